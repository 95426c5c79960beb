"use strict";

// Keeps an open page honest: how old each alert is, what is new, and whether the connection still stands.
(() => {
  const words = document.body.dataset;
  const serverIsAhead = Number(words.now) - Date.now();
  const MINUTE = 60000;

  function age(since) {
    const minutes = Math.floor((Date.now() + serverIsAhead - since) / MINUTE);
    if (minutes < 1) return words.ageNow;
    if (minutes < 60) return words.ageMinutes.replace("{0}", minutes);
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? words.ageHours.replace("{0}", hours) : words.ageDays.replace("{0}", Math.floor(hours / 24));
  }

  function showAges() {
    for (const time of document.querySelectorAll("time[data-age]")) {
      const text = age(Date.parse(time.dateTime));
      if (time.textContent !== text) time.textContent = text;
    }
  }

  const connection = document.getElementById("connection");
  const kept = document.querySelector("[hx-trigger~='sse:alert,']");

  function connectionIs(state) {
    if (connection.dataset.state === state) return;
    connection.dataset.state = state;
    connection.textContent = connection.dataset[state];
  }

  function announce() {
    const place = document.getElementById("announcement");
    const news = kept.querySelector("[data-announcement]");
    if (place && news && place.textContent !== news.dataset.announcement) {
      place.textContent = news.dataset.announcement;
    }
  }

  const rows = () => Array.from(kept.querySelectorAll("li[id]"));
  let known = kept ? new Set(rows().map((row) => row.id)) : new Set();

  function marksNewRows() {
    for (const row of rows()) {
      if (!known.has(row.id)) row.classList.add("new");
    }
    known = new Set(rows().map((row) => row.id));
  }

  if (words.now) {
    window.setInterval(showAges, MINUTE / 4);
  }
  if (connection && kept) {
    // What happened while nobody listened is fetched as soon as somebody does.
    document.body.addEventListener("htmx:sseOpen", () => {
      connectionIs("live");
      window.htmx.trigger(kept, "refresh");
    });
    document.body.addEventListener("htmx:sseError", () => connectionIs("lost"));
    document.body.addEventListener("htmx:sendError", () => connectionIs("lost"));
    document.body.addEventListener("htmx:afterSwap", () => {
      marksNewRows();
      announce();
    });
  }
  const askedAgain = document.querySelector("[data-asked-again]");
  if (connection && askedAgain) {
    document.body.addEventListener("htmx:afterRequest", (event) => connectionIs(event.detail.successful ? "live" : "lost"));
  }
  for (const form of document.querySelectorAll("form[data-submit-on-change]")) {
    form.classList.add("by-itself");
    form.addEventListener("change", () => form.requestSubmit());
  }
})();

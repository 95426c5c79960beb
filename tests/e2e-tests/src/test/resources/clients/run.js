// node run.js FOLDER [FILE ...]: puts the files in and sends everything; the store is a file a key in the folder.
import { webcrypto } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Outbox } from "./outbox.js";

globalThis.crypto ??= webcrypto;
const [folder, ...files] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const file = (key) => join(folder, encodeURIComponent(key));
const store = {
  getItem: (key) => (existsSync(file(key)) ? readFileSync(file(key), "utf8") : null),
  setItem: (key, value) => {
    writeFileSync(file(key) + ".new", value);
    renameSync(file(key) + ".new", file(key));
  },
};
const outbox = new Outbox(store, "study/p-1", process.env.EPRO_INTAKE_URL, () => process.env.EPRO_TOKEN_SUBMIT);
files.forEach((name) => outbox.put(JSON.parse(readFileSync(name, "utf8"))));
await outbox.deliver();

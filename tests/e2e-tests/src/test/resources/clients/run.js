// node run.js FOLDER [FILE ...]: puts the files in and sends everything; the store is two files in the folder.
import { webcrypto } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Outbox } from "./outbox.js";

globalThis.crypto ??= webcrypto;
const [folder, ...files] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const store = {
  getItem: (key) => (existsSync(join(folder, key)) ? readFileSync(join(folder, key), "utf8") : null),
  setItem: (key, value) => writeFileSync(join(folder, key), value),
};
const outbox = new Outbox(store, process.env.EPRO_INTAKE_URL, () => process.env.EPRO_TOKEN_SUBMIT);
files.forEach((file) => outbox.put(JSON.parse(readFileSync(file, "utf8"))));
await outbox.deliver();

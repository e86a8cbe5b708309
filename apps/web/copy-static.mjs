// `output: "standalone"` leaves these two folders out; without them pages show but nothing hydrates.
import { cpSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const standalone = `${here}.next/standalone/apps/web/`;

cpSync(`${here}.next/static`, `${standalone}.next/static`, { recursive: true });
if (existsSync(`${here}public`)) cpSync(`${here}public`, `${standalone}public`, { recursive: true });

import { writeFileSync } from "node:fs";
import { toEnvExample } from "./src/config/env-example.ts";

writeFileSync(new URL("../../.env.example", import.meta.url), toEnvExample());

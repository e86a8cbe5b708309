import pino from "pino";

/** The operator's log. Cookies, keys and passwords never get there. */
export const log = pino({
  name: "lilink-web",
  level: process.env.LOG_LEVEL || "info",
  redact: ["*.password", "*.cookie", "*.authorization", "*.token"],
});

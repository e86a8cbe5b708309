// Runs the built web server as a child that does not outlive the one who started it.
import { pathToFileURL } from "node:url";

process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(0), 5000).unref();
});

await import(pathToFileURL(process.argv[2]).href);

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const jar = "/usr/share/java/lucene9.jar";

/** Debian's jar lacks the classes of the newer way to map files. */
const plainMemory = "-Dorg.apache.lucene.store.MMapDirectory.enableMemorySegments=false";

/** The jar also lacks the lists by which Lucene finds its own formats; these stand beside it. */
const services = {
  "codecs.Codec": "codecs.lucene99.Lucene99Codec",
  "codecs.PostingsFormat": "codecs.lucene99.Lucene99PostingsFormat",
  "codecs.DocValuesFormat": "codecs.lucene90.Lucene90DocValuesFormat",
  "codecs.KnnVectorsFormat": "codecs.lucene99.Lucene99HnswVectorsFormat",
};

/** The cells of each line that was printed, up to its end or the end of patience, and what is to be said of the run. */
export type LuceneRun = { readonly lines: readonly (readonly string[])[]; readonly complaint: string | null };

/** Lucene from Debian's liblucene9-java, by a Java file that is compiled when it runs; see there for what it takes and prints. */
export function runLucene(args: readonly string[], scratch: string, patienceMs: number): Promise<LuceneRun> {
  if (!existsSync(jar))
    return Promise.resolve({ lines: [], complaint: `${jar} is missing (apt-get install liblucene9-java)` });
  const listed = join(scratch, "META-INF/services");
  mkdirSync(listed, { recursive: true });
  for (const [kind, format] of Object.entries(services))
    writeFileSync(join(listed, `org.apache.lucene.${kind}`), `org.apache.lucene.${format}\n`);
  const program = fileURLToPath(new URL("lucene.java", import.meta.url));
  return new Promise((resolve) => {
    const child = spawn("java", [plainMemory, "-cp", `${jar}:${scratch}`, program, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    const printed = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      printed.out += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk) => {
      printed.err += chunk;
    });
    const end = (complaint: string | null) => {
      clearTimeout(timer);
      const lines = printed.out
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.split("\t"));
      resolve({ lines, complaint });
    };
    child.on("error", (error) => end(`Java did not start (${error.message})`));
    child.on("close", (code) =>
      end(code === 0 ? null : `ended with ${code} (Java 21 is needed): ${printed.err.split("\n")[0]}`),
    );
  });
}

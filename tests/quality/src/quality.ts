import process from "node:process";

/**
 * How good the engines are, on files of fixed forms: progress on stderr, one JSON object as the last line of stdout.
 * @example npm run quality -- text --data DIR
 */
const commands: Readonly<Record<string, () => Promise<{ run(args: readonly string[]): Promise<unknown> }>>> =
  {
    assign: () => import("./command/assign.ts"),
    "assign-reviewers": () => import("./command/assign-reviewers.ts"),
    balance: () => import("./command/balance.ts"),
    codes: () => import("./command/codes.ts"),
    conditions: () => import("./command/conditions.ts"),
    custody: () => import("./command/custody.ts"),
    dedup: () => import("./command/dedup.ts"),
    disclosure: () => import("./command/disclosure.ts"),
    "epcis-hash": () => import("./command/epcis-hash.ts"),
    expertise: () => import("./command/expertise.ts"),
    events: () => import("./command/events.ts"),
    flow: () => import("./command/flow.ts"),
    geopolrisk: () => import("./command/geopolrisk.ts"),
    hhi: () => import("./command/hhi.ts"),
    "patent-term": () => import("./command/patent-term.ts"),
    "policy-status": () => import("./command/policy-status.ts"),
    postings: () => import("./command/postings.ts"),
    progress: () => import("./command/progress.ts"),
    retirement: () => import("./command/retirement.ts"),
    sentences: () => import("./command/sentences.ts"),
    skills: () => import("./command/skills.ts"),
    soh: () => import("./command/soh.ts"),
    stress: () => import("./command/stress.ts"),
    "supply-risk": () => import("./command/supply-risk.ts"),
    text: () => import("./command/text.ts"),
    kinds: () => import("./command/kinds.ts"),
    things: () => import("./command/things.ts"),
    timetable: () => import("./command/timetable.ts"),
    "weak-links": () => import("./command/weak-links.ts"),
  };

const [name = "", ...args] = process.argv.slice(2);
const load = commands[name];
if (!load) {
  process.stderr.write(`quality: "${name}" is no command; one of ${Object.keys(commands).join(", ")}\n`);
  process.exit(2);
}
try {
  const result = await (await load()).run(args);
  process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  process.stderr.write(`quality ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

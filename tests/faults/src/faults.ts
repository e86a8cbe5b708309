// npm run faults: kill -9 of the web, the worker and the database during writes. -- --rounds N (of each, 2 unless told)
import { parseArgs } from "node:util";
import { type Exchange, type Part, startExchange } from "@lilink/test-exchange/start-exchange";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { type Cast, gatherCast } from "./cast.ts";
import { readHoldings, waitForJobs } from "./inspect.ts";
import { beginJourney, type Journey, travel } from "./journey.ts";
import { judge, type Verdict } from "./judge.ts";
import { runRound } from "./round.ts";

const victims: readonly Part[] = ["web", "worker", "database"];
const JOBS_MS = 90_000;

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "2" } } });
  const each = Number(values.rounds);
  if (!Number.isInteger(each) || each < 1) throw new Error("--rounds must be a whole number from 1");
  const exchange = await startExchange("faults", { RATE_LIMITS: unlimited });
  try {
    const cast = await gatherCast(exchange);
    const partsOf = await countParts(exchange, cast);
    const complaints: string[] = [];
    const journeys: Journey[] = [];
    let rounds = 0;
    for (let turn = 0; turn < each; turn += 1) {
      for (const victim of victims) {
        const prefix = `fault-${turn}-${victim}`;
        // A different moment each time, the same in every run.
        const result = await runRound(exchange, cast, { prefix, victim, delayMs: (turn * 37) % 100 });
        rounds += 1;
        journeys.push(...result.journeys);
        complaints.push(...result.complaints);
        if (!(await waitForJobs(exchange.ownerUrl, JOBS_MS, (jobs) => jobs.waiting === 0)))
          complaints.push(`${prefix}: jobs were still waiting after ${JOBS_MS / 1000} s`);
        const verdict = judge(result.journeys, await readHoldings(exchange.ownerUrl, prefix), partsOf);
        report(prefix, verdict);
      }
    }
    // All of it once more at the end: a later crash must not take what an earlier one left.
    const verdict = judge(journeys, await readHoldings(exchange.ownerUrl, "fault-"), partsOf);
    for (const line of [...complaints, ...verdict.lost, ...verdict.doubled]) console.error(`✗ ${line}`);
    const { acknowledged, found } = verdict;
    const [lost, doubled] = [verdict.lost.length, verdict.doubled.length];
    console.log(JSON.stringify({ rounds, acknowledged, found, lost, doubled }));
    return lost + doubled + complaints.length === 0;
  } finally {
    await exchange.stop();
  }
}

/** Into how many parts a posting of each author is cut, seen on one that nobody disturbed. */
async function countParts(exchange: Exchange, { authors, officer }: Cast): Promise<Map<string, number>> {
  for (const author of authors) {
    const journey = beginJourney(`whole-${author.name}`, author);
    const refusal = await travel(journey, officer, () => undefined);
    if (journey.fates.ask !== "acknowledged")
      throw new Error(`an undisturbed journey failed: ${JSON.stringify(refusal)}`);
  }
  const holdings = await readHoldings(exchange.ownerUrl, "whole-");
  return new Map(holdings.map(({ mark, parts }) => [mark.slice("whole-".length), parts]));
}

function report(prefix: string, { acknowledged, found, lost, doubled }: Verdict): void {
  console.error(
    `· ${prefix}: ${found} of ${acknowledged} acknowledged steps found, ${lost.length} lost, ${doubled.length} doubled`,
  );
}

process.exit((await main()) ? 0 : 1);

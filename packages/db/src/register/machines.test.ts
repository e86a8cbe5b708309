import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listMachines, ownMachines } from "@lilink/model/machines";
import { votedRegisters } from "@lilink/model/meeting";
import { findRegister, registers } from "@lilink/model/register";
import { type Machine, machineRows, machineStates, nextState, statesOf, stepsOf } from "@lilink/model/state";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "../../testing/index.ts";

const database = await createTestDatabase();
const owner = new pg.Client({ connectionString: database.ownerUrl });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function column(sql: string): Promise<string[]> {
  return (await owner.query<{ word: string }>(sql)).rows.map(({ word }) => word);
}

const SQL = join(import.meta.dirname, "../../sql");
const others = {
  part: ["review", "returned", "live", "past", "ended"],
  entry: ["proposed", "confirmed", "disputed", "retracted"],
};
const {
  posting,
  introduction,
  return: form,
  return_import: file,
  fact_contest: contest,
  incentive_claim: incentive,
  engagement,
  proposed_pair: pair,
  release,
  meeting,
  claim,
  batch,
  denial,
  booking,
  sale,
  lot,
  trade_file: tradeFile,
  event_guest: eventGuest,
  event_plan: eventPlan,
  fund_application: application,
  fund_review: review,
  fund_award: award,
  fund_payment: payment,
  fund_milestone: milestone,
  relay_result: relayResult,
  relay_claim: relayClaim,
  relay_step: relayStep,
  support_ticket: ticket,
  appointment,
} = ownMachines;

const exchange = findRegister("exchangeEvent")?.machine;
const programme = findRegister("incentiveProgramme")?.machine;

const voted = votedRegisters.flatMap((name) => findRegister(name)?.machine ?? []);

/** Of which things a file of SQL names states. */
const spoken: Readonly<Record<string, readonly (Machine | readonly string[])[]>> = {
  "appointment.sql": [appointment, introduction],
  "batch.sql": [batch],
  "battery.sql": [file, denial],
  "board.sql": [posting, introduction, claim, others.part, others.entry],
  "conflict.sql": [posting],
  "duty.sql": [introduction, form, relayStep, ticket],
  "body.sql": [contest, claim, posting],
  "incentive.sql": [incentive, ...(programme ? [programme] : [])],
  "engagement.sql": [engagement, pair, posting, introduction, others.part],
  "event.sql": [
    eventGuest,
    eventPlan,
    introduction,
    ...(exchange ? [exchange] : []),
    others.part,
    others.entry,
  ],
  "fund.sql": [application, review, award, payment, registers.fundCall.machine],
  "introduction.sql": [introduction, posting, others.part, others.entry, registers.achievement.machine],
  "market.sql": [others.part],
  "meeting.sql": [meeting],
  "organization.sql": [claim, posting, others.part],
  "posting.sql": [posting, others.part],
  "relay.sql": [relayResult, relayClaim, relayStep, award, posting, introduction, others.part],
  "release.sql": [release, form],
  "residual.sql": [booking, sale, lot],
  "project.sql": [milestone, award],
  "rate.sql": [batch],
  "record.sql": [file, ...voted],
  "return.sql": [form, file],
  "stance.sql": [claim],
  "supply.sql": [tradeFile],
  "support.sql": [ticket, others.entry],
  "vote.sql": [meeting],
  "webhook.sql": [release],
};

const LITERALS =
  /\bstate\b(?:::text)?(?: is distinct from| in| =| <>|=|<>) *(\([^()]*\)|case [^;]*? end|'\w+')/g;

/** Words that a text compares a state with, or sets it to, and that its machines do not know. */
function findStrangers(text: string, known: readonly (Machine | readonly string[])[]): string[] {
  const words = new Set(known.flatMap((one) => ("states" in one ? statesOf(one) : [...one])));
  const named = [...text.matchAll(LITERALS)].flatMap(
    ([, literals = ""]) => literals.match(/(?<=')\w+(?=')/g) ?? [],
  );
  return named.filter((word) => !words.has(word));
}

describe("the states of the database", () => {
  it("[SM3] the seeded rows are the rows of every machine, and no others", async () => {
    const states = await owner.query(
      `select machine, state, start, live, review, edit from machine_state order by machine, state`,
    );
    const steps = await owner.query(
      `select machine, step, from_state as "from", to_state as "to", who from machine_step order by machine, step, from_state`,
    );
    const byKey = <Row extends object>(rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(byKey(states.rows)).toEqual(byKey(listMachines().flatMap(machineStates)));
    expect(byKey(steps.rows)).toEqual(byKey(listMachines().flatMap(machineRows)));
  });

  it.each<[string, Machine]>([
    ["posting_state", posting],
    ["introduction_state", introduction],
    ["return_state", form],
    ["claim_state", claim],
  ])("[SM4] the type %s holds the states of its machine", async (type, machine) => {
    expect(await column(`select unnest(enum_range(null::${type}))::text as word`)).toEqual(statesOf(machine));
  });

  it.each<[string, Machine]>([
    ["meeting_state", meeting],
    ["figure_release_state", release],
    ["recycling_batch_state_check", batch],
    ["battery_denial_state_check", denial],
    ["test_booking_state_check", booking],
    ["battery_sale_state_check", sale],
    ["retired_lot_state_check", lot],
    ["trade_load_state", tradeFile],
    ["event_guest_state", eventGuest],
    ["fact_contest_state", contest],
    ["incentive_claim_state", incentive],
    ["engagement_state", engagement],
    ["proposed_pair_state", pair],
    ["event_plan_state", eventPlan],
    ["fund_application_state_check", application],
    ["fund_review_state_check", review],
    ["fund_award_state_check", award],
    ["fund_payment_state_check", payment],
    ["fund_milestone_state_check", milestone],
    ["relay_result_state_check", relayResult],
    ["relay_claim_state_check", relayClaim],
    ["relay_step_state_check", relayStep],
    ["support_ticket_state_check", ticket],
    ["appointment_state_check", appointment],
  ])("[SM4] the check %s holds the states of its machine", async (name, machine) => {
    const [text = ""] = await column(
      `select pg_get_constraintdef(oid) as word from pg_constraint where conname = '${name}'`,
    );
    expect(text.match(/(?<=')\w+(?=')/g)).toEqual([...statesOf(machine)]);
  });

  it("[SM4] every state that a file of SQL names is a state of a machine it speaks of", () => {
    const strangers = readdirSync(SQL).flatMap((name) =>
      findStrangers(readFileSync(join(SQL, name), "utf8"), spoken[name] ?? []).map(
        (word) => `${name}: ${word}`,
      ),
    );
    expect(strangers).toEqual([]);
  });

  it("[SM4] a state that no machine knows is found in every place", () => {
    for (const text of [
      "where p.state = 'publishd'",
      "and new.state <> 'publishd'",
      "and state in ('draft', 'publishd')",
      "set state = case when p_ok then 'published' else 'publishd' end",
    ])
      expect(findStrangers(text, [posting]), text).toEqual(["publishd"]);
  });

  it("[SM4] the database opens exactly the steps that the model opens", async () => {
    for (const machine of Object.values<Machine>(ownMachines))
      for (const from of statesOf(machine)) {
        const to = stepsOf(machine).flatMap((step) => nextState(machine, from, step) ?? []);
        const open = await column(`select state as word from machine_state
          where machine = '${machine.name}' and app.may_step('${machine.name}', '${from}', state)`);
        expect(open.sort(), `${machine.name} ${from}`).toEqual([...new Set(to)].sort());
      }
  });

  it("[SM4] the app cannot move a state where no step leads, even by its own statement", async () => {
    await owner.query("create table lamp (state text not null)");
    await owner.query("grant select, insert, update on lamp to lilink_app");
    await owner.query(`create trigger state_kept before update of state on lamp for each row
      execute function app.keep_state('release')`);
    await owner.query("insert into lamp values ('frozen')");
    const move = (role: string) =>
      owner
        .query(`set session authorization ${role}`)
        .then(() => owner.query("update lamp set state = 'making'"))
        .then(() => "done")
        .catch((error: { code?: string }) => error.code)
        .finally(() => owner.query("reset session authorization"));
    expect(await move("lilink_app")).toBe("42501");
    await owner.query("update lamp set state = 'making'");
    expect(await column("select state as word from lamp")).toEqual(["making"]);
  });
});

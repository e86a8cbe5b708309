import { can } from "@lilink/model/policy";
import { registerNames } from "@lilink/model/register";
import { recordVerbList } from "@lilink/services";
import * as jobs from "@lilink/services/jobs";
import * as verbs from "@lilink/services/verbs";
import { describe, expect, it } from "vitest";
import { listVerbs, toRooms } from "../kernel/to-rooms.ts";
import { appRouter, type createCaller } from "./app.ts";

type Listed = ReturnType<typeof listVerbs>[number] & {
  readonly authorize: { readonly action: Parameters<typeof can>[1] };
};

const listed = (module: object) => listVerbs(module) as Listed[];
const job = { kind: "job", job: "guard.sweep" } as const;
const visitor = { kind: "anonymous" } as const;
/** What everybody may, jobs may too. */
const isForJobs = ({ authorize: { action } }: Listed) => can(job, action) && !can(visitor, action);
const namesOf = (given: readonly Listed[]) => given.map(({ name }) => name);
const procedures = Object.keys(appRouter._def.procedures);

describe("the tRPC router", () => {
  it("[KE5] has one procedure for each verb, those of every register too, and otherwise only the live events", () => {
    expect(listed(verbs).length).toBeGreaterThan(190);
    expect(listed(recordVerbList)).toHaveLength(11 * registerNames.length);
    const names = [...namesOf(listed(verbs)), ...namesOf(listed(recordVerbList)), "live.events"];
    expect(procedures.toSorted()).toEqual(names.toSorted());
  });

  it("[KE5] has no verb of jobs, and each of those is for jobs by what it asks the policy", () => {
    expect(namesOf(listed(jobs).filter((verb) => !isForJobs(verb)))).toEqual([]);
    expect(namesOf(listed(verbs).filter(isForJobs))).toEqual([]);
    expect(namesOf(listed(jobs)).filter((name) => procedures.includes(name))).toEqual([]);
  });

  it("[KE5] is not made of two verbs of one name", () => {
    const [one] = listed(verbs);
    expect(() => toRooms({ one, two: { ...one } })).toThrow("two verbs are called");
  });

  it("[KE5] knows the path of each procedure by type", () => {
    const paths = (caller: ReturnType<typeof createCaller>) => [
      caller.posting.publish,
      // @ts-expect-error A misspelt act.
      caller.posting.publsh,
      // @ts-expect-error A misspelt room.
      caller.postings,
      // @ts-expect-error A verb of jobs.
      caller.posting.expire,
      // @ts-expect-error An input that the verb does not take.
      () => caller.posting.publish({ id: 1 }),
    ];
    expect(paths).toBeTypeOf("function");
  });

  it("[RA4] uses another limit than that of reads and changes where a verb says so", () => {
    const own = listed(verbs).flatMap(({ name, rate }) =>
      rate === undefined ? [] : [`${name} ${typeof rate === "string" ? rate : "by input"}`],
    );
    expect(own.toSorted()).toEqual([
      "body.pairs search",
      "chain.search search",
      "export.note export",
      "introduction.ask interest",
      "match.explain probe",
      "match.try probe",
      "organization.alike search",
      "organization.claim register",
      "organization.list search",
      "organization.register register",
      "person.confirm register",
      "person.loadRegistration register",
      "person.loadReset register",
      "person.register register",
      "person.requestReset register",
      "person.resetPassword register",
      "posting.renew probe",
      "posting.reopen probe",
      "search.jump search",
      "search.postings by input",
      "search.similar search",
    ]);
  });
});

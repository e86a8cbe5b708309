type Facts = Readonly<Record<"org" | "person" | "officer" | "bodies", string>>;
type Barred<F extends Facts> = (facts: F, id: string) => string;

const everybody = () => "true";
const officers = ({ officer }: Facts) => officer;
const selfOrOfficer = ({ person, officer }: Facts) => `t.person_id = ${person} or ${officer}`;
const bodies = (application: string) =>
  `(select b.org_id from fund_application b where b.id = ${application} union select b.org_id from fund_partner b where b.application_id = ${application})`;

/** Both sides of a claim of the relay, and officers who need not stay away from either. [RY3] */
export const relayClaims = <F extends Facts>(facts: F, barred: Barred<F>, at: string) =>
  `${facts.org} in (${at}.org_id, ${at}.holder_id) or (${facts.officer} and not (${barred(facts, `${at}.org_id`)})
    and not (${barred(facts, `${at}.holder_id`)}))`;

/** Who sees which rows of the fund: sealed until a call is opened, names of reviewers never for leaders. Claims of incentives are their body's. Said once more from SPEC [FU12] [FU16] [IC5] [RY3]. */
export function fundWalls<F extends Facts>(
  barred: Barred<F>,
): Readonly<Record<string, (facts: F) => string>> {
  const keeps = (facts: F, application: string) =>
    `(${facts.officer} and exists (select 1 from fund_application k join fund_opening o on o.call_id = k.call_id
      where k.id = ${application} and k.submitted_at is not null and k.state <> 'draft' and (k.state <> 'withdrawn' or k.saved_at >= o.opened_at))
      and not exists (select 1 from ${bodies(application)} consortium where ${barred(facts, "consortium.org_id")}))`;
  const sees = (
    facts: F,
    application: string,
  ) => `(${facts.org} in ${bodies(application)} or ${keeps(facts, application)}
    or exists (select 1 from fund_review r where r.application_id = ${application} and r.person_id = ${facts.person} and r.state in ('assigned', 'submitted')))`;
  return {
    fund_application: (facts) => sees(facts, "t.id"),
    fund_partner: (facts) => `t.org_id = ${facts.org} or ${sees(facts, "t.application_id")}`,
    fund_opening: everybody,
    fund_reviewer: selfOrOfficer,
    fund_paper: selfOrOfficer,
    fund_assignment: officers,
    fund_review: (facts) => `t.person_id = ${facts.person} or ${keeps(facts, "t.application_id")}`,
    fund_panel: officers,
    fund_award: everybody,
    fund_payment: ({ org, officer }) =>
      `${officer} or exists (select 1 from fund_award a where a.id = t.award_id and a.org_id = ${org})`,
    fund_plan_event: everybody,
    fund_milestone: everybody,
    fund_milestone_after: everybody,
    fund_milestone_change: everybody,
    fund_output: everybody,
    incentive_terms: everybody,
    incentive_claim: (facts) =>
      `t.org_id = ${facts.org} or ${facts.officer} and not ${barred(facts, "t.org_id")}`,
    fund_contributor: everybody,
    fund_maturity: everybody,
    relay_result: everybody,
    relay_claim: (facts) => relayClaims(facts, barred, "t"),
    relay_step: (facts) =>
      `exists (select 1 from relay_claim c where c.id = t.claim_id and (${relayClaims(facts, barred, "c")}))`,
  };
}

import { type EligibilityCode, eligibilityCodes, judgeEligibility } from "@lilink/model/fund/life";
import { readNumber } from "#lib/form/read-number.ts";
import type { Application } from "../queries.ts";
import { toLines } from "../view.ts";

export type PartnerInput = {
  readonly publicId: string;
  readonly name: string;
  readonly share: string;
  /** The share that was a number last: it stays saved while another is typed. */
  readonly kept: number;
  readonly agreed: boolean;
};
/** An application as it is typed: texts, so that nothing typed is lost for being no number yet. */
export type ApplicationValues = {
  readonly title: string;
  readonly abstract: string;
  readonly body: string;
  readonly leader: string;
  readonly team: string;
  readonly asked: string;
  readonly months: string;
  readonly share: string;
  readonly partners: readonly PartnerInput[];
};

const number = (text: string): number | null => {
  const value = readNumber(text);
  return value !== undefined && Number.isFinite(value) ? value : null;
};

const whole = (text: string): number | null => {
  const value = number(text);
  return value !== null && Number.isInteger(value) ? value : null;
};

/** Whether something is typed where a number belongs, and is none. */
export const isNoNumber = (text: string, isWhole = false): boolean =>
  text.trim() !== "" && (isWhole ? whole(text) : number(text)) === null;

/** A partner with another share as it is typed: it has not agreed to that one. */
export function withShare(partner: PartnerInput, share: string): PartnerInput {
  const part = number(share);
  return { ...partner, share, kept: part !== null && part > 0 ? part : partner.kept, agreed: false };
}

export function toValues(
  { title, abstract, body, leader, team, asked, months, share, partners }: Application["application"],
  locale: string,
): ApplicationValues {
  return {
    title,
    abstract,
    body,
    leader,
    team: team.join("\n"),
    asked: asked === null ? "" : String(asked),
    months: months === null ? "" : String(months),
    share: String(share),
    partners: partners.map(({ publicId, nameZh, nameEn, share: part, agreed }) => ({
      publicId,
      name: (locale === "en" ? nameEn : null) ?? nameZh,
      share: String(part),
      kept: part,
      agreed,
    })),
  };
}

/** As the server keeps it; a number that is none yet is left out, and no partner is lost for it. */
export function toInput(values: ApplicationValues) {
  return {
    title: values.title,
    abstract: values.abstract,
    body: values.body,
    leader: values.leader,
    team: toLines(values.team),
    asked: number(values.asked),
    months: whole(values.months),
    share: number(values.share) ?? 0,
    partners: values.partners.map(({ publicId, kept }) => ({ publicId, share: kept })),
  };
}

export const sharesOf = ({ share, partners }: ApplicationValues) =>
  [share, ...partners.map((one) => one.share)].reduce((sum, text) => sum + (number(text) ?? 0), 0);

/** What a draft can tell already; in which other applications its bodies stand is looked at after the close. */
type FitCode = Exclude<EligibilityCode, "single">;

/** What the call asks for, by the rules of its closing day: how near the draft is before effort is spent. [FU13] */
export function fitOf(values: ApplicationValues, call: Application["call"], leadKind: string) {
  const [asked, months] = [number(values.asked), whole(values.months)];
  const { codes } = judgeEligibility(
    {
      leadKind,
      leads: call.leads,
      asked: asked ?? 0,
      smallest: call.smallest,
      largest: call.largest,
      months: months ?? 0,
      open: values.partners.filter(({ agreed }) => !agreed).length,
      shares: [sharesOf(values)],
      entries: 0,
    },
    call.closesOn,
  );
  return eligibilityCodes
    .filter((code): code is FitCode => code !== "single")
    .map((code) => ({ code, isMet: !codes.includes(code) && (code !== "months" || months !== null) }));
}

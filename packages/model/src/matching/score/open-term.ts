import { judgeCertificates, judgePlace } from "../constrain/judge-conditions.ts";
import { judgeCooperation, judgeDelivery, judgeIp, judgeTransport } from "../constrain/judge-terms.ts";
import { conditionsOf } from "../constrain/read-conditions.ts";
import type { TermCode } from "../document.ts";
import { judgeSchedule } from "../schedule/judge-schedule.ts";
import type { Pair } from "./pair.ts";
import { mainConceptOf } from "./weigh-side.ts";

export type OpenTerm = { readonly term: TermCode; readonly named?: string };

/**
 * The first condition beside the figures that the demand states and the offer leaves open: what decides alone comes before
 * what can be agreed upon, and the papers for dangerous goods come last where nobody asked for them. [MT49]
 */
export function openTermOf({ demand, offer }: Pair): OpenTerm | undefined {
  const [wish, given] = [demand.document, offer.document];
  const certificates = judgeCertificates(wish, given);
  if (certificates.verdict === "unknown")
    return { term: "certificate", named: certificates.names.join(" · ") };
  if (judgePlace(wish, given).verdict === "unknown") return { term: "place" };
  const transport = judgeTransport(given, mainConceptOf(offer), demand.transport, offer.transport);
  const carriage: OpenTerm | undefined =
    transport.verdict === "unknown" && transport.good
      ? { term: "transport", named: transport.good.un }
      : undefined;
  if (carriage && conditionsOf(wish).carriage) return carriage;
  if (judgeIp(wish, given).verdict === "unknown") return { term: "ip" };
  if (judgeDelivery(wish, given).verdict === "unknown") return { term: "delivery" };
  if (judgeSchedule(wish, given).verdict === "unknown") return { term: "schedule" };
  if (judgeCooperation(wish, given).verdict === "unknown") return { term: "cooperation" };
  return carriage;
}

import { epcisShapes, lastPart, shortWord } from "@lilink/model/trace";
import { problemAt } from "../rest/request/refuse.ts";

type EventQuery = Readonly<Record<string, string | number | readonly string[]>>;

const lists = [
  "eventType",
  "EQ_action",
  "EQ_bizStep",
  "EQ_disposition",
  "MATCH_epc",
  "MATCH_anyEPC",
] as const;
const moments = {
  GE_eventTime: "from",
  LT_eventTime: "before",
  GE_recordTime: "recordedFrom",
  LT_recordTime: "recordedBefore",
} as const;

/**
 * The parameters of the simple event query of EPCIS 2.0 as the verb takes them. Several values of one stand apart by a comma or a bar, or
 * the parameter is repeated; one that has no meaning here is refused. [TR35]
 */
export function readEventQuery(params: URLSearchParams): EventQuery {
  const listed: Partial<Record<(typeof lists)[number], readonly string[]>> = {};
  const query: Record<string, string | number | readonly string[]> = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    const list = lists.find((one) => one === name);
    if (list) {
      listed[list] = values.flatMap((value) => value.split(/[,|]/)).map((value) => value.trim());
      continue;
    }
    const field = name in moments ? moments[name as keyof typeof moments] : fieldOf(name);
    if (field === null) throw problemAt(name, "unknownParameter", "INVALID_INPUT", "notInList");
    if (values.length > 1) throw problemAt(name, "repeatedParameter", "INVALID_INPUT", "duplicate");
    query[field] = field === "limit" ? Number(values[0]) : (values[0] ?? "");
  }
  const codes = [...(listed.MATCH_epc ?? []), ...(listed.MATCH_anyEPC ?? [])];
  if (codes.length > 0) query.codes = codes.map(lastPart);
  const verbs = verbsOf(listed);
  return verbs === null ? query : { ...query, verbs };
}

function fieldOf(name: string): string | null {
  return name === "perPage" ? "limit" : name === "nextPageToken" ? "cursor" : null;
}

/** The verbs whose form in the standard has all that is asked for; null where nothing of it is. */
function verbsOf(
  listed: Partial<Record<(typeof lists)[number], readonly string[]>>,
): readonly string[] | null {
  const { eventType, EQ_action: action, EQ_bizStep: bizStep, EQ_disposition: disposition } = listed;
  if (!eventType && !action && !bizStep && !disposition) return null;
  const fits = (wanted: readonly string[] | undefined, has: string | undefined) =>
    wanted === undefined || wanted.map(shortWord).includes(has ?? "");
  return Object.entries(epcisShapes)
    .filter(
      ([, shape]) =>
        fits(eventType, shape.type) &&
        fits(action, "action" in shape ? shape.action : undefined) &&
        fits(bizStep, shape.bizStep) &&
        fits(disposition, "disposition" in shape ? shape.disposition : undefined),
    )
    .map(([verb]) => verb);
}

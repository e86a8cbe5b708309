import { exceptionalDays } from "@lilink/model/calendar";
import { dutyRules } from "@lilink/model/duty";

/** The calendar and the days of duties as the model has them, so that a duty that the database starts is due by the same clock. [DU1] */
export function fillWorkingDays(): string {
  const list = (days: readonly string[]) => `'{${days.join(",")}}'::date[]`;
  const cases = Object.entries(dutyRules).flatMap(([name, { workingDays }]) =>
    typeof workingDays === "object"
      ? Object.entries(workingDays).map(([choice, days]) => `when '${name}.${choice}' then ${days}`)
      : typeof workingDays === "number"
        ? [`when '${name}' then ${workingDays}`]
        : [],
  );
  return `create or replace function app.works(p_day date) returns boolean language sql immutable as $$
  select p_day = any (${list(exceptionalDays.workdays)})
    or p_day <> all (${list(exceptionalDays.holidays)}) and extract(isodow from p_day) < 6
$$;
create or replace function app.duty_due(p_duty text, p_from timestamptz) returns timestamptz language sql stable as $$
  select app.add_working_days(p_from, case p_duty ${cases.join(" ")} end)
$$;`;
}

import { maturityLadder } from "@lilink/model/fund/life";
import { cn, DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import type { Award } from "../queries.ts";
import { dayText } from "../view.ts";
import { MaturityForm } from "./project-forms.tsx";

type Steps = Award["project"]["maturity"];
type Given = {
  readonly publicId: string;
  readonly steps: Steps;
  readonly mayTell: boolean;
  readonly today: string;
};

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** How ready a project is to make what it found: the ladder, TRL beside it, and what proves each step. [FU24] */
export function MaturityPart({ publicId, steps, mayTell, today }: Given) {
  const t = useTranslations("fund.project");
  const rungs = useTranslations("relay.rung");
  const locale = useLocale();
  return (
    <Section id="maturity" title={t("ladder")}>
      <p className="prose-measure mb-4 text-sm text-muted">{t("ladderLead")}</p>
      {steps.length === 0 ? (
        <p className="text-sm text-muted">{t("ladderNone")}</p>
      ) : (
        <>
          <Ladder steps={steps} />
          <DataTable
            caption={t("ladder")}
            rows={steps}
            rowKey={(step) => step.publicId}
            columns={[
              { key: "rung", label: t("rung"), lead: true, cell: ({ rung }) => rungs(rung) },
              { key: "trl", label: t("trlShort"), align: "end", cell: ({ trl }) => trl },
              {
                key: "on",
                label: t("reachedOn"),
                className: "whitespace-nowrap",
                cell: ({ reachedOn }) => dayText(reachedOn, locale),
              },
              {
                key: "evidence",
                label: t("evidence"),
                cell: ({ evidence, reason }) => (
                  <span className="flex flex-col">
                    <OwnWords>{evidence}</OwnWords>
                    {reason ? (
                      <span className="text-sm text-muted">
                        <OwnWords>{reason}</OwnWords>
                      </span>
                    ) : null}
                  </span>
                ),
              },
            ]}
          />
        </>
      )}
      {mayTell ? (
        <div className="mt-6">
          <MaturityForm publicId={publicId} rung={steps.at(-1)?.rung ?? "lab"} today={today} />
        </div>
      ) : null}
    </Section>
  );
}

/** Four rungs as stairs, filled as far as the project came, and nine squares of TRL. The table says the same. */
function Ladder({ steps }: { readonly steps: Steps }) {
  const t = useTranslations("fund.project");
  const rungs = useTranslations("relay.rung");
  const locale = useLocale();
  const last = steps.at(-1);
  const at = last ? maturityLadder.indexOf(last.rung) : -1;
  return (
    <div aria-hidden className="mb-6 max-w-3xl">
      <div className="grid h-36 grid-cols-4 items-end gap-1">
        {maturityLadder.map((rung, index) => {
          const first = steps.find((step) => step.rung === rung);
          return (
            <span
              key={rung}
              className={cn(
                "flex flex-col justify-start overflow-hidden border-t-4 px-2 pt-1 text-xs tabular-nums",
                index < at && "border-ink bg-sunken",
                index === at && "border-ink bg-raised",
                index > at && "hatched border-edge",
              )}
              style={{ height: `${40 + index * 20}%` }}
            >
              {first && index <= at ? (
                <>
                  <span className="font-semibold">{`TRL ${String(first.trl)}`}</span>
                  <span className="text-muted max-sm:hidden">{dayText(first.reachedOn, locale)}</span>
                </>
              ) : null}
            </span>
          );
        })}
      </div>
      <div className="mt-1 grid grid-cols-4 gap-1 text-sm">
        {maturityLadder.map((rung, index) => (
          <span key={rung} className={cn("px-2", index === at ? "font-semibold" : "text-muted")}>
            {rungs(rung)}
          </span>
        ))}
      </div>
      <div className="mt-4 flex items-center gap-1 text-xs tabular-nums">
        <span className="mr-2 text-muted">{t("trlShort")}</span>
        {levels.map((level) => (
          <span
            key={level}
            className={cn(
              "grid size-6 place-items-center border",
              level <= (last?.trl ?? 0) ? "border-ink bg-ink text-ground" : "border-edge text-muted",
            )}
          >
            {level}
          </span>
        ))}
      </div>
    </div>
  );
}

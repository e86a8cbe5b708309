import { formatNumber, type Locale, type RecordWords } from "@lilink/i18n";
import { rightPhases } from "@lilink/model/register";
import { getTranslations } from "next-intl/server";
import { Chart } from "#components/chart.tsx";
import { caller } from "#lib/trpc/server.ts";

/** Phases after which a right is held. */
const held: ReadonlySet<string> = new Set(["held", "building", "producing", "idle"]);

/** From block to mine as bars, with the share of held rights that are mined and why the others are not. [MR1] */
export async function RightFunnel({
  words,
  locale,
}: {
  readonly words: RecordWords;
  readonly locale: Locale;
}) {
  const [t, api] = await Promise.all([getTranslations("supply"), caller()]);
  const { items } = await api.miningRight.list({ limit: 100 });
  if (items.length === 0) return null;
  const countOf = (phase: string) => items.filter(({ values }) => values.phase === phase).length;
  const rights = items.filter(({ values }) => held.has(String(values.phase)));
  const reasons = new Map<string, number>();
  for (const { values } of rights)
    if (values.idleReason)
      reasons.set(String(values.idleReason), (reasons.get(String(values.idleReason)) ?? 0) + 1);
  const share = rights.length > 0 ? Math.round((countOf("producing") / rights.length) * 100) : 0;
  return (
    <div className="mb-6">
      <p className="mb-1 font-medium">
        {t("minedShare", {
          held: String(rights.length),
          mined: String(countOf("producing")),
          share: `${formatNumber(share, locale)} %`,
        })}
      </p>
      {reasons.size > 0 ? (
        <p className="mb-3 text-sm text-muted">
          {t("idleWhy", {
            reasons: [...reasons]
              .map(([reason, count]) => `${words.choice("idleReason", reason)} ${count}`)
              .join(locale === "en" ? ", " : "，"),
          })}
        </p>
      ) : null}
      <Chart
        title={t("funnel")}
        spec={{
          kind: "bar",
          head: [words.field("phase"), t("rights")],
          bars: rightPhases
            .filter((phase) => countOf(phase) > 0)
            .map((phase) => ({
              key: phase,
              label: words.choice("phase", phase),
              value: countOf(phase),
              text: String(countOf(phase)),
              tone:
                phase === "producing"
                  ? ("resource" as const)
                  : phase === "idle"
                    ? ("warning" as const)
                    : ("chain" as const),
            })),
        }}
      />
    </div>
  );
}

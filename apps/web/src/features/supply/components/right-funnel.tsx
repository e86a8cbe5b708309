import { readListAddress } from "@lilink/contract";
import { formatShare, type Locale, type RecordWords } from "@lilink/i18n";
import { registerOf } from "@lilink/model/register";
import { LinkTabs } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { Chart } from "#components/chart.tsx";
import { LinkTab } from "#components/link-tab.tsx";
import { caller } from "#lib/trpc/server.ts";

const pathname = "/mining-rights";
/** Phases that a reader looks for first. */
const tones = { producing: "resource", idle: "warning" } as const;

const fewestDrawn = 20;

/** From block to mine as bars, with the share of held rights that are mined and why the others are not. [MR1] */
export async function RightFunnel({
  words,
  locale,
  asked,
}: {
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly asked: Readonly<Record<string, string>>;
}) {
  const [t, api] = await Promise.all([getTranslations("supply"), caller()]);
  const { state, ...others } = asked;
  const { open: _open, sort: _sort, ...filters } = readListAddress(registerOf("miningRight"), others);
  const { phases, held, mined, share, idle } = await api.supply.rights(filters);
  if (phases.length === 0) return null;
  const percent = formatShare(share ?? 0, locale);
  return (
    <div className="mb-6">
      {share === null ? null : (
        <p className="mb-1 font-medium">
          {t("minedShare", { held: String(held), mined: String(mined), share: percent })}
        </p>
      )}
      {idle.length > 0 ? (
        <p className="mb-3 text-sm text-muted">
          {t("idleWhy", {
            reasons: idle
              .map(({ reason, count }) => `${words.choice("idleReason", reason)} ${count}`)
              .join(locale === "en" ? ", " : "，"),
          })}
        </p>
      ) : null}
      {/* Of few rights the counts of the tabs below say the same. */}
      {phases.reduce((sum, { count }) => sum + count, 0) < fewestDrawn ? null : (
        <Chart
          title={t("funnel")}
          spec={{
            kind: "bar",
            head: [t("rightPhase"), t("rights")],
            bars: phases.map(({ phase, count }) => ({
              key: phase,
              label: words.state(phase),
              value: count,
              text: String(count),
              tone: phase in tones ? tones[phase as keyof typeof tones] : ("chain" as const),
            })),
          }}
        />
      )}
      <LinkTabs label={t("rightPhase")}>
        <LinkTab href={{ pathname, query: others }} current={state === undefined}>
          {t("rightAll")}
        </LinkTab>
        {phases.map(({ phase, count }) => (
          <LinkTab
            key={phase}
            href={{ pathname, query: { ...others, state: phase } }}
            current={state === phase}
          >
            {`${words.state(phase)} ${count}`}
          </LinkTab>
        ))}
      </LinkTabs>
    </div>
  );
}

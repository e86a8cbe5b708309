import { StatRow } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { FigureStat } from "#components/figure.tsx";
import type { LearnedVersion } from "../queries.ts";

/** How many answers a version learned from; never whose. */
export function LearnedFrom({ learned }: { readonly learned: LearnedVersion["report"]["learned"] }) {
  const t = useTranslations("engine.learned");
  const decline = useTranslations("introduction.decline");
  const { accepted, declined, reasons, kinds, kindsLeftOut } = learned;
  const named = (Object.entries(reasons) as [keyof typeof reasons, number][]).map(
    ([reason, voices]) => `${decline(reason)} ${voices}`,
  );
  return (
    <div>
      <h3 className="mb-2 font-semibold">{t("title")}</h3>
      <StatRow>
        <FigureStat
          label={t("answers")}
          value={accepted + declined}
          note={t("answersNote", { accepted, declined })}
        />
        <FigureStat label={t("kinds")} value={kinds} note={t("kindsNote", { count: kindsLeftOut })} />
      </StatRow>
      {named.length > 0 ? <p className="mt-2 text-sm">{t("reasons", { list: named.join(" · ") })}</p> : null}
      <p className="mt-2 text-xs text-muted">{t("rounding")}</p>
    </div>
  );
}

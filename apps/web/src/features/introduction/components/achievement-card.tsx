import { recordWords } from "@lilink/i18n";
import { Badge, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { Introduction } from "../queries.ts";
import { achievementName } from "../view.ts";

type Given = {
  readonly achievement: NonNullable<Introduction["achievement"]>;
  readonly relay: Introduction["relay"];
  readonly ours: boolean;
};

/** The achievement that an introduction is about: where it stands, and its claim on the relay. [AC8] [AC9] */
export function AchievementCard({ achievement, relay, ours }: Given) {
  const t = useTranslations("introduction.detail");
  const lanes = useTranslations("relay.state");
  const locale = useLocale();
  const words = recordWords("achievement", locale === "en" ? "en" : "zh-CN");
  return (
    <Section id="achievement" title={`${t("achievement")} (${t(ours ? "ours" : "theirs")})`}>
      <div className="flex flex-col gap-2 border-y border-line py-3">
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{words.state(achievement.state)}</Badge>
        </p>
        <p className="font-medium">
          <TextLink href={`/achievements/${achievement.publicId}`}>
            <OwnWords>{achievementName(achievement, locale)}</OwnWords>
          </TextLink>
        </p>
        {relay ? (
          <p className="text-sm text-muted">
            <TextLink href={`/fund/relay/${relay.publicId}`}>{t("relay")}</TextLink>
            {` · ${lanes(relay.state as "claimed")}`}
          </p>
        ) : null}
      </div>
    </Section>
  );
}

import { formatDate } from "@lilink/i18n";
import { NoticeBox, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Engagement } from "../queries.ts";
import { LetInForm, LetOutButton } from "./let-in.tsx";

type Given = {
  /** The introduction, as far as it concerns advisers. */
  readonly introduction: {
    readonly publicId: string;
    readonly state: string;
    readonly advisers: readonly {
      readonly name: string;
      readonly body: { readonly nameZh: string; readonly nameEn: string | null };
      readonly ours: boolean;
      readonly letInAt: Date;
      /** Named to its client alone. */
      readonly engagement: string | null;
    }[];
  };
  readonly engaged: readonly Engagement[];
  readonly mayWrite: boolean;
};

/** Who takes part in a thread as an adviser and for whom, told to both sides; a side lets its own adviser in and out. [AV6] */
export function AdviserPart({ introduction, engaged, mayWrite }: Given) {
  const t = useTranslations("engagement.let");
  const locale = useLocale();
  const { advisers, publicId, state } = introduction;
  const acts = mayWrite && state === "accepted";
  const present = new Set(advisers.map(({ engagement }) => engagement));
  const choices = engaged.filter((one) => !present.has(one.publicId));
  if (advisers.length === 0 && !(acts && choices.length > 0)) return null;
  return (
    <Section id="advisers" title={t("title")}>
      <div className="flex flex-col gap-3">
        {advisers.map(({ name, body, ours, letInAt, engagement }) => (
          <NoticeBox key={`${name}-${letInAt.getTime()}`} tone={ours ? "info" : "warning"}>
            <p>
              {t("present", {
                name,
                body: organizationName(body, locale),
                client: t(ours ? "us" : "them"),
                date: formatDate(letInAt, locale),
              })}
            </p>
            {acts && ours && engagement ? <LetOutButton publicId={publicId} engagement={engagement} /> : null}
          </NoticeBox>
        ))}
        {acts && choices.length > 0 ? (
          <>
            <p className="prose-measure text-muted">
              {t("lead")} <TextLink href="/settings/advisers">{t("nameOne")}</TextLink>
            </p>
            <LetInForm
              publicId={publicId}
              choices={choices.map((one) => ({
                value: one.publicId,
                label: `${one.adviser.name ?? one.adviser.email} · ${one.adviser.body ? organizationName(one.adviser.body, locale) : ""}`,
              }))}
            />
          </>
        ) : null}
      </div>
    </Section>
  );
}

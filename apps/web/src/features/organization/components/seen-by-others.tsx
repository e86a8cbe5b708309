import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";

export type SeenByOthersProps = {
  readonly seen: { readonly live: number; readonly everyone: number; readonly member: number };
};

/** To its own people: how many of its live postings stand on this page for whom. */
export function SeenByOthers({ seen: { live, everyone, member } }: SeenByOthersProps) {
  const t = useTranslations("organization.page.seen");
  const rows = [
    { key: "visitor", count: everyone },
    { key: "member", count: member },
  ] as const;
  return (
    <Section id="seen" title={t("title")} action={<TextLink href="/postings/own">{t("own")}</TextLink>}>
      <ul className="hairline-list border-y border-line">
        {rows.map(({ key, count }) => (
          <li key={key} className="grid grid-cols-[8rem_1fr_auto] items-center gap-4 py-2">
            <span>{t(key)}</span>
            <span aria-hidden className="h-2 bg-sunken">
              <span
                className="block h-full bg-chain"
                style={{ width: `${live === 0 ? 0 : (100 * count) / live}%` }}
              />
            </span>
            <span className="tabular-nums">{t("of", { count, live })}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-muted">{t("note")}</p>
    </Section>
  );
}

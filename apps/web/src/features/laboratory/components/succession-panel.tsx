import { formatDate, type Locale, recordWords } from "@lilink/i18n";
import type { Bilingual, Named } from "@lilink/model/register";
import { Badge, Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";

/** What happened to a laboratory: from which it comes, which follows it, and what is proposed. [LA3] */
export async function SuccessionPanel({ id, locale }: { readonly id: string; readonly locale: Locale }) {
  const [t, api] = await Promise.all([getTranslations("laboratory"), caller()]);
  const { items } = await api.laboratoryChange.list({ limit: 100 });
  const words = recordWords("laboratoryChange", locale);
  const roles = ["laboratory", "partner", "successor"] as const;
  const own = items
    .filter(({ values }) => roles.some((role) => (values[role] as Named | null)?.publicId === id))
    .toSorted((a, b) => String(a.values.inForceOn ?? "9").localeCompare(String(b.values.inForceOn ?? "9")));
  if (own.length === 0) return null;
  return (
    <Section id="succession" title={t("succession")}>
      <ol className="flex flex-col">
        {own.map(({ publicId, state, values }) => {
          const others = roles.flatMap((role) => {
            const named = values[role] as Named | null;
            return named && named.publicId !== id ? [{ role, named }] : [];
          });
          return (
            <li key={publicId} className="border-l-4 border-line py-2 pl-4">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <TextLink href={`/laboratory-changes/${publicId}`}>
                  {ownText(values.title as Bilingual, locale)}
                </TextLink>
                <Badge tone={state === "in_force" ? "success" : state === "rejected" ? "danger" : "info"}>
                  {words.state(state)}
                </Badge>
              </p>
              <p className="text-sm text-muted">
                {words.choice("kind", String(values.kind))}
                {values.inForceOn ? ` · ${formatDate(String(values.inForceOn), locale)}` : ""}
                {others.map(({ role, named }) => (
                  <span key={role}>
                    {" · "}
                    {words.field(role)}{" "}
                    <TextLink href={`/laboratories/${named.publicId}`}>
                      {ownText({ zh: named.zh, en: named.en }, locale)}
                    </TextLink>
                  </span>
                ))}
              </p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

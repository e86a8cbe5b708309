import type { RecordWords } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import { linkIds } from "@lilink/model/chain";
import { type Bilingual, constraintKinds, platformKinds, seatBodies } from "@lilink/model/register";
import { cn } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { ownHalf } from "#lib/in-locale.ts";
import { personIn } from "#lib/person-in.ts";
import { caller } from "#lib/trpc/server.ts";
import { LinkMatrix } from "./link-matrix.tsx";

type Item = { readonly publicId: string; readonly values: Readonly<Record<string, unknown>> };

const axes = {
  seat: { field: "body", rows: seatBodies, title: "name", path: "/seats" },
  keyPlatform: { field: "kind", rows: platformKinds, title: "name", path: "/platforms" },
  chainConstraint: { field: "kind", rows: constraintKinds, title: "title", path: "/constraints" },
} as const;
export type MatrixName = keyof typeof axes;

/** Fewer constraints are read faster in the list below. */
const fewest: Partial<Record<MatrixName, number>> = { chainConstraint: 10 };

const linksOf = ({ links }: Item["values"]) => (links ?? []) as readonly string[];

/** Seats, platforms or constraints by kind and link of the chain: what a link has, and where nothing stands. [GV2] */
export async function MatrixPicture({
  name,
  words,
}: {
  readonly name: MatrixName;
  readonly words: RecordWords;
}) {
  const [t, locale, api] = await Promise.all([getTranslations("governance.matrix"), getLocale(), caller()]);
  const listed = (await api[name].list({ limit: 100 })) as { readonly items: readonly Item[] };
  // A seat whose term is over sits no more; the list below still tells of it.
  const today = toShanghaiDate(new Date());
  const items = listed.items.filter(({ values: { termTo } }) => !termTo || String(termTo) >= today);
  if (items.length < (fewest[name] ?? 1)) return null;
  const { field, rows, title, path } = axes[name];
  const say = (text: unknown) => (text ? ownText(text as Bilingual, locale) : "");
  return (
    // On a phone the list below says the same, one under the other.
    <div className="mb-8 max-sm:hidden">
      <LinkMatrix
        caption={t(`title.${name}`, { count: items.length, over: listed.items.length - items.length })}
        head={words.field(field)}
        links={linkIds.filter((id) => items.some(({ values }) => linksOf(values).includes(id)))}
        linkName={(id) => words.choice("links", id)}
        rows={rows
          .filter((row) => items.some(({ values }) => values[field] === row))
          .map((id) => ({ id, name: words.choice(field, id) }))}
        cell={(row, link) => {
          const own = items.filter(({ values }) => values[field] === row && linksOf(values).includes(link));
          if (own.length === 0) return <span className="text-muted">{t("none")}</span>;
          return (
            <ul className="flex flex-col gap-1">
              {own.map(({ publicId, values }) => (
                <li
                  key={publicId}
                  className={cn(
                    name === "chainConstraint" && "border-l-4 pl-2",
                    values.strength === "high" && "border-danger",
                    values.strength === "medium" && "border-warning",
                    values.strength === "low" && "border-edge",
                  )}
                >
                  <TextLink href={`${path}/${publicId}`}>{say(values[title])}</TextLink>
                  {values.holder ? (
                    <span className="block text-muted">
                      {personIn(String(values.holder), locale === "en" ? "en" : "zh-CN")}
                    </span>
                  ) : null}
                  {values.strength ? (
                    <span className="block text-xs text-muted">
                      {words.choice("strength", String(values.strength))}
                    </span>
                  ) : null}
                  {values.capacity ? (
                    <span className="block text-xs text-muted">
                      {ownHalf(String(values.capacity), locale === "en" ? "en" : "zh-CN")}
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          );
        }}
      />
    </div>
  );
}

import { formatDate, type RecordWords } from "@lilink/i18n";
import {
  type Bilingual,
  type Figure,
  isTooWide,
  type Named,
  registers,
  statesOfRegister,
} from "@lilink/model/register";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { ownText } from "#features/record/view.ts";
import { caller } from "#lib/trpc/server.ts";
import { scoreText } from "../view.ts";

const states = statesOfRegister(registers.weakLink);

/** The weak links as cards under their states, from candidate to closed. */
export async function LinkBoard({ words }: { readonly words: RecordWords }) {
  const [t, locale, api] = await Promise.all([getTranslations("health.board"), getLocale(), caller()]);
  const { items } = await api.weakLink.list({ limit: 100, sort: "-updatedAt" });
  if (items.length === 0) return null;
  const filled = states.filter((state) => items.some((item) => item.state === state));
  return (
    // On a phone the list below says the same.
    <div className="mb-8 flex flex-col gap-4 max-sm:hidden">
      <p>
        <TextLink href="/chain/health">{t("toHealth")}</TextLink>
      </p>
      <details>
        <summary className="cursor-pointer text-link">{t("shown", { count: items.length })}</summary>
        <ul className="mt-4 grid gap-x-4 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-6">
          {filled.map((state) => {
            const own = items.filter((item) => item.state === state);
            return (
              <li key={state}>
                <h3 className="border-b-2 border-line pb-1 text-sm">
                  {words.state(state)} <span className="text-muted tabular-nums">{own.length}</span>
                </h3>
                <ul className="hairline-list">
                  {own.map(({ publicId, values, stateSince }) => (
                    <li key={publicId} className="flex flex-col gap-0.5 py-2 text-sm">
                      <TextLink href={`/weak-links/${publicId}`}>
                        {ownText(values.title as Bilingual, locale)}
                      </TextLink>
                      <Reasons words={words} values={values} />
                      <span className="text-xs text-muted">
                        {t("since", { day: formatDate(stateSince, locale) })}
                      </span>
                    </li>
                  ))}
                </ul>
              </li>
            );
          })}
        </ul>
      </details>
    </div>
  );
}

async function Reasons({
  words,
  values,
}: {
  readonly words: RecordWords;
  readonly values: Readonly<Record<string, unknown>>;
}) {
  const [t, locale] = await Promise.all([getTranslations("health.board"), getLocale()]);
  const score = values.score as Figure | null;
  const lead = values.lead as Named | null;
  const factors = ((values.factors ?? []) as readonly string[]).map((one) => words.choice("factors", one));
  return (
    <>
      <span className="text-muted">{factors.join(locale === "en" ? ", " : "、")}</span>
      {score?.low && score.high && !isTooWide(registers.weakLink.fields.score, score) ? (
        <span className="text-xs text-muted tabular-nums">
          {t("score", { score: scoreText(Number(score.low), Number(score.high), locale) })}
        </span>
      ) : null}
      {lead ? <span className="text-xs">{ownText(lead, locale)}</span> : null}
    </>
  );
}

import type { Locale } from "@lilink/i18n";
import { useTranslations } from "next-intl";
import { ownHalf } from "#lib/in-locale.ts";
import type { RecordView } from "../queries.ts";
import { showDay } from "../view.ts";

/** Where the values come from, numbered as the fields refer to them. */
export function RecordSources({
  sources,
  locale,
}: {
  readonly sources: RecordView["shown"]["sources"];
  readonly locale: Locale;
}) {
  const t = useTranslations("register");
  if (sources.length === 0) return <p className="text-muted">{t("noSource")}</p>;
  return (
    <ol className="hairline-list">
      {sources.map(({ title, url, date, licence }, at) => (
        <li key={`${title}-${at + 1}`} id={`source-${at + 1}`} className="flex gap-3 py-2 target:bg-raised">
          <span className="w-5 shrink-0 text-right text-muted tabular-nums">{at + 1}</span>
          <span className="min-w-0 grow">
            {url ? (
              <a className="text-link" href={url} rel="noreferrer nofollow" target="_blank">
                {ownHalf(title, locale)}
              </a>
            ) : (
              ownHalf(title, locale)
            )}
            {licence ? <span className="ml-2 text-xs text-muted">{licence}</span> : null}
          </span>
          {date ? <span className="shrink-0 text-sm text-muted">{showDay(date, locale)}</span> : null}
        </li>
      ))}
    </ol>
  );
}

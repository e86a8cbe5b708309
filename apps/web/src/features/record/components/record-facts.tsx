import type { Locale, RecordWords } from "@lilink/i18n";
import { isEmpty, type Register } from "@lilink/model/register";
import { DescriptionList } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { RecordView } from "../queries.ts";
import type { Substance } from "../view.ts";
import { ReadingMark } from "./reading-mark.tsx";
import { RecordValue } from "./record-value.tsx";

export type RecordFactsProps = {
  readonly register: Register;
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly shown: RecordView["shown"];
  readonly substance?: Substance | undefined;
  /** Leaves out what is not known. */
  readonly brief?: boolean;
};

/** Every field with its value, how it was read and in which source; what nobody has stated is named once, below. */
export function RecordFacts({ register, words, locale, shown, substance, brief = false }: RecordFactsProps) {
  const t = useTranslations("register");
  const [title] = register.list;
  const names = Object.keys(register.fields).filter((name) => name !== title);
  const unstated = names.filter((name) => isEmpty(shown.values[name]) && !register.fields[name]?.byStep);
  const stated = (
    <DescriptionList
      items={names.flatMap((name) => {
        const field = register.fields[name];
        if (!field || isEmpty(shown.values[name])) return [];
        const read = shown.readings[name];
        return [
          {
            key: name,
            term: words.field(name),
            detail: (
              <div className="flex items-start justify-between gap-4">
                <div className="min-w-0">
                  <RecordValue
                    name={name}
                    field={field}
                    value={shown.values[name]}
                    words={words}
                    locale={locale}
                    substance={substance}
                  />
                </div>
                {read ? (
                  <span className="flex shrink-0 items-baseline gap-1">
                    <ReadingMark reading={read.reading} word />
                    {read.source === null ? null : (
                      <a className="text-link text-xs" href={`#source-${read.source + 1}`}>
                        {t("sourceRef", { number: read.source + 1 })}
                      </a>
                    )}
                  </span>
                ) : null}
              </div>
            ),
          },
        ];
      })}
    />
  );
  if (brief || unstated.length === 0) return stated;
  return (
    <>
      {stated}
      <p className="mt-3 text-sm text-muted">
        {t("unstated", {
          count: unstated.length,
          names: unstated.map((name) => words.field(name)).join(locale === "en" ? ", " : "、"),
        })}
      </p>
    </>
  );
}

import type { Locale, RecordWords } from "@lilink/i18n";
import { isAsked, isEmpty, type Reading, type Register } from "@lilink/model/register";
import { DescriptionList } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { RecordView } from "../queries.ts";
import { commonReading, isInvented, isOpinion, type Substance, toParts } from "../view.ts";
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
  /** What the page tells elsewhere. */
  readonly without?: readonly string[];
};

/** More facts than this stand in the parts of the form. */
const mostInOne = 12;

/** Every field with its value, how it was read and in which source; what nobody has stated is named once, below. */
export function RecordFacts({
  register,
  words,
  locale,
  shown,
  substance,
  brief = false,
  without = [],
}: RecordFactsProps) {
  const t = useTranslations("register");
  const [title] = register.list;
  const names = Object.keys(register.fields).filter((name) => name !== title && !without.includes(name));
  const levelIn = (name: string) => register.fields[name]?.level ?? register.level;
  const read = new Set(names.filter((name) => !isEmpty(shown.values[name])).map(levelIn));
  // Of a level at which the reader sees nothing, nobody can say that it was left empty.
  const unstated = names.filter(
    (name) =>
      isEmpty(shown.values[name]) &&
      (levelIn(name) === register.level || read.has(levelIn(name))) &&
      !register.fields[name]?.byStep &&
      isAsked(register, name, shown.values),
  );
  const known = names.filter((name) => !isEmpty(shown.values[name]));
  const common = isOpinion(register) ? null : commonReading(known.map((name) => shown.readings[name]));
  const items = (own: readonly string[]) =>
    own.flatMap((name) => {
      const field = register.fields[name];
      if (!field) return [];
      const reading = common || isOpinion(register) ? null : shown.readings[name];
      return [
        {
          key: name,
          term: words.field(name, shown.values),
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
              {reading ? <KnownFrom {...reading} sources={shown.sources} /> : null}
            </div>
          ),
        },
      ];
    });
  const parts = toParts(Object.entries(register.fields), words.part)
    .map(({ heading, own }) => ({
      heading,
      own: own.map(([name]) => name).filter((name) => known.includes(name)),
    }))
    .filter(({ own }) => own.length > 0);
  // Few facts are read at a glance.
  const stated =
    brief || known.length <= mostInOne ? (
      <DescriptionList items={items(known)} />
    ) : (
      parts.map(({ heading, own }) => (
        <div key={own[0]} className="mb-5 last:mb-0">
          {heading ? <h3 className="mb-1 font-medium">{heading}</h3> : null}
          <DescriptionList items={items(own)} />
        </div>
      ))
    );
  const basis = common ? (
    <p className="mb-1 flex items-baseline gap-2 text-sm text-muted">
      {t("allKnown")}
      <KnownFrom {...common} sources={shown.sources} />
    </p>
  ) : null;
  if (brief || unstated.length === 0)
    return (
      <>
        {basis}
        {stated}
      </>
    );
  return (
    <>
      {basis}
      {stated}
      <p className="mt-3 text-sm text-muted">
        {t("unstated", {
          count: unstated.length,
          names: unstated.map((name) => words.field(name, shown.values)).join(locale === "en" ? ", " : "、"),
        })}
      </p>
    </>
  );
}

/** How a value was read, and in which of the sources below; nobody has seen what was invented for a demonstration. */
function KnownFrom({
  reading,
  source,
  sources,
}: {
  readonly reading: Reading;
  readonly source: number | null;
  readonly sources: RecordView["shown"]["sources"];
}) {
  const t = useTranslations("register");
  return (
    <span className="flex shrink-0 items-baseline gap-1">
      {isInvented(source === null ? undefined : sources[source]) ? (
        <span className="text-xs text-muted">{t("invented")}</span>
      ) : (
        <ReadingMark reading={reading} word />
      )}
      {source === null ? null : (
        <a className="text-link text-xs" href={`#source-${source + 1}`}>
          {t("sourceRef", { number: source + 1 })}
        </a>
      )}
    </span>
  );
}

import { formatNumber, formatUnit, joinUnit, type Locale, placeName, type RecordWords } from "@lilink/i18n";
import type { Bilingual, Values } from "@lilink/model/register";
import { canOfferOutput, type ProjectOutput, shareOutput, toOfftakeOffer } from "@lilink/model/supply";
import { Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { StartButton } from "#features/posting/components/start-button.tsx";
import { ownText } from "#features/record/view.ts";

export type OutputPanelProps = {
  readonly values: Values;
  readonly words: RecordWords;
  readonly locale: Locale;
  /** The owner's own page: the way to an offtaker is open. */
  readonly isOwn: boolean;
};

/** What of a project's output counts already and what is open, and for its owner the way to an offtaker. [OP2] */
export async function OutputPanel({ values, words, locale, isOwn }: OutputPanelProps) {
  const t = await getTranslations("supply.output");
  const country = values.country ? String(values.country) : null;
  const stage = values.stage ? String(values.stage) : null;
  const output = values as unknown as ProjectOutput;
  const { counted, open } = shareOutput(output);
  const amount = (value: string) =>
    joinUnit(formatNumber(value, locale), formatUnit("t LCE/a", locale), locale);
  const offer = toOfftakeOffer({ ...output, country, stage, type: values.type ? String(values.type) : null });
  const place = country ? placeName(country, locale) : "";
  const mayOffer = isOwn && canOfferOutput(stage);
  if (counted === null && !mayOffer) return null;
  const rows =
    counted === null || open === null
      ? []
      : [
          {
            key: "counted",
            name: t(`counted.${output.countedBy ?? "equity"}`),
            value: counted,
            tone: "bg-resource",
          },
          { key: "open", name: t("open"), value: open, tone: "hatched" },
        ];
  const whole = Math.max(1, Number(counted) + Number(open));
  return (
    <Section id="output" title={t("title")}>
      {rows.length > 0 ? (
        <>
          <div aria-hidden className="mb-2 flex h-6 w-full max-w-2xl gap-0.5">
            {rows.map(({ key, value, tone }) => (
              <span key={key} className={tone} style={{ width: `${(Number(value) / whole) * 100}%` }} />
            ))}
          </div>
          <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-1 text-sm">
            {rows.map(({ key, name, value, tone }) => (
              <div key={key} className="flex items-center gap-2">
                <span aria-hidden className={`size-3 ${tone}`} />
                <dt className="text-muted">{name}</dt>
                <dd className="tabular-nums">{amount(value)}</dd>
              </div>
            ))}
          </dl>
          <p className="mb-3 max-w-2xl text-sm text-muted">{t("note")}</p>
        </>
      ) : null}
      {mayOffer && stage ? (
        <StartButton
          kind="capability"
          content={{
            ...offer,
            language: locale === "en" ? "en" : "zh",
            description: t("text", {
              name: ownText(values.name as Bilingual, locale),
              place,
              stage:
                locale === "en" ? words.choice("stage", stage).toLowerCase() : words.choice("stage", stage),
            }),
          }}
          text={t("find")}
        />
      ) : (
        <TextLink href={{ pathname: "/postings", query: { region: country ?? "", cooperation: "offtake" } }}>
          {t("offers", { place })}
        </TextLink>
      )}
    </Section>
  );
}

import { countryName, formatUnit, type Locale, type RecordWords } from "@lilink/i18n";
import {
  type Bilingual,
  type Field,
  type Figure,
  findRegister,
  isTooWide,
  type Named,
  readDigits,
} from "@lilink/model/register";
import { cn, Tag } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { KeptNote } from "#components/kept-note.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { LinkBadges } from "#features/organization/components/link-badges.tsx";
import { ownHalf } from "#lib/in-locale.ts";
import { personIn } from "#lib/person-in.ts";
import { otherText, ownText, type Substance, showFigure, showValue } from "../view.ts";
import { OutlineValue } from "./outline-value.tsx";

export type RecordValueProps = {
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly substance?: Substance | undefined;
  /** A list has little room: long texts are cut, the other language is left out. */
  readonly brief?: boolean;
};

/** A word of so few letters is not broken; a longer one may be, so that a table fits. */
const short = 14;

/** A field's value as it is read. Nothing known is said in words, never as a dash. */
export function RecordValue({
  name,
  field,
  value,
  words,
  locale,
  substance,
  brief = false,
}: RecordValueProps) {
  const t = useTranslations("register");
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return (
      <span
        {...(brief ? { "data-silent": true } : {})}
        className="text-sm whitespace-nowrap text-muted italic"
      >
        {t(toNothing(field))}
      </span>
    );
  switch (field.kind) {
    case "figure": {
      const { text, basis, original } = showFigure(
        brief ? toWhole(value as Figure) : (value as Figure),
        words,
        locale,
        substance,
        (figure) => readDigits(field, figure),
      );
      return (
        <span
          className={cn(
            "inline-block whitespace-nowrap tabular-nums",
            brief && isTooWide(field, value as Figure) && "text-muted",
          )}
          title={original && brief ? t("asGiven", { original }) : undefined}
        >
          {text}
          {basis ? <span className="block text-xs text-muted">{basis}</span> : null}
          {original && !brief ? (
            <span className="block text-xs text-muted">{t("asGiven", { original })}</span>
          ) : null}
        </span>
      );
    }
    case "flag":
      return t(value === true ? "file.yes" : "file.no");
    case "bilingual": {
      const other = brief ? null : otherText(value as Bilingual, locale);
      return (
        <>
          <span className="whitespace-pre-line">
            <OwnWords>{ownText(value as Bilingual, locale)}</OwnWords>
          </span>
          {other ? (
            <span className="mt-1 block whitespace-pre-line text-muted">
              <OwnWords>{other}</OwnWords>
            </span>
          ) : null}
        </>
      );
    }
    case "choices":
      return name === "links" ? (
        <LinkBadges links={value as readonly string[]} />
      ) : (
        <span className="inline-flex flex-wrap gap-1">
          {(value as readonly string[]).map((one) => (
            <Tag key={one}>{words.choice(name, one)}</Tag>
          ))}
        </span>
      );
    case "organization": {
      const { publicId } = value as Named;
      return (
        <TextLink href={`/organizations/${publicId}`}>
          <KeptNote>{ownText(value as Named, locale)}</KeptNote>
        </TextLink>
      );
    }
    case "record": {
      const path = findRegister(field.of)?.rest.path ?? "";
      return (
        <TextLink href={`/${path}/${(value as Named).publicId}`}>{ownText(value as Named, locale)}</TextLink>
      );
    }
    case "outline":
      if (!brief) return <OutlineValue value={String(value)} locale={locale} />;
      return showValue(name, field, value, words, locale);
    case "link":
      return (
        <a className="text-link break-all" href={String(value)} rel="noreferrer nofollow" target="_blank">
          {String(value)}
        </a>
      );
    case "text":
      if (field.of === "region") return countryName(String(value), locale);
      if (field.of === "person")
        return (
          <span className="break-keep">
            <OwnWords>{personIn(String(value), locale)}</OwnWords>
          </span>
        );
      if (field.of === "series" && !brief)
        return <TextLink href={`/series/${encodeURIComponent(String(value))}`}>{String(value)}</TextLink>;
      if (name === "unit") return value === "1" ? t("noUnit") : formatUnit(String(value), locale);
      return (
        <span
          className={brief && String(value).length <= short ? "whitespace-nowrap" : "whitespace-pre-line"}
        >
          <OwnWords>{ownHalf(String(value), locale)}</OwnWords>
        </span>
      );
    default: {
      const text = showValue(name, field, value, words, locale) ?? "";
      return <span className={text.length <= short ? "whitespace-nowrap" : undefined}>{text}</span>;
    }
  }
}

/** What stands for a value that is not there. A missing figure is never a zero, a missing step no missing fact. */
function toNothing(field: Field): "notYet" | "undated" | "noFigure" | "nobody" | "unknown" {
  if (field.byStep) return "notYet";
  if (field.kind === "organization") return "nobody";
  if (field.kind === "day") return "undated";
  return field.kind === "figure" ? "noFigure" : "unknown";
}

/** A price of three digits or more without its decimals, as a list shows it; the record shows every digit. */
function toWhole(figure: Figure): Figure {
  const whole = (value: string | null) =>
    value !== null && Math.abs(Number(value)) >= 100 ? String(Math.round(Number(value))) : value;
  const { basis, value, low, high } = figure;
  return basis === null ? figure : { ...figure, value: whole(value), low: whole(low), high: whole(high) };
}

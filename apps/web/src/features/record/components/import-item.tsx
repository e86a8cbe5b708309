import { formatDate, type Locale, type RecordWords } from "@lilink/i18n";
import { refusalRules } from "@lilink/model/file";
import type { Register } from "@lilink/model/register";
import { Badge, buttonClass, NoticeBox, type Tone } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { isOnItsWay } from "#components/file-on-its-way.ts";
import { toFieldMessage } from "#lib/error-message.ts";
import type { RecordImport } from "../queries.ts";
import { ImportProgress } from "./import-progress.tsx";

const tones: Readonly<Record<RecordImport["state"], Tone>> = {
  waiting: "info",
  running: "info",
  done: "success",
  faulty: "warning",
  refused: "danger",
  cancelled: "neutral",
};

export type ImportItemProps = {
  readonly register: Register;
  readonly words: RecordWords;
  readonly locale: Locale;
  readonly item: RecordImport;
};

/** A file that was sent: what became of it, and itself to take back. */
export function ImportItem({ register, words, locale, item }: ImportItemProps) {
  const t = useTranslations("file.import");
  const own = useTranslations("register.import");
  const link = (which: "marked" | "original") =>
    `/api/export/record-file?register=${register.name}&import=${item.publicId}&which=${which}&locale=${locale}`;
  return (
    <li className="flex flex-col gap-2 border border-line p-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium break-all">{item.fileName}</span>
        <Badge tone={tones[item.state]}>{t(`state.${item.state}`)}</Badge>
        <span className="text-sm text-muted">{formatDate(item.createdAt, locale, "time")}</span>
      </p>
      <Outcome register={register} words={words} locale={locale} item={item} />
      {isOnItsWay(item) ? null : (
        <p className="flex flex-wrap items-center gap-3 text-sm">
          {item.state === "faulty" ? (
            <a className={buttonClass()} href={link("marked")}>
              {own("marked")}
            </a>
          ) : null}
          <a className="text-link" href={link("original")}>
            {t("original")}
          </a>
        </p>
      )}
    </li>
  );
}

function Outcome({ register, words, item }: ImportItemProps) {
  const t = useTranslations("file.import");
  const own = useTranslations("register.import");
  const refusal = useTranslations("file.refusal");
  const { created, updated, unchanged } = item;
  switch (item.state) {
    case "done":
      return <p>{own("done", { created, updated, unchanged })}</p>;
    case "faulty":
      return <Faults words={words} item={item} register={register} />;
    case "cancelled":
      return <p className="text-sm">{t("cancelledText")}</p>;
    case "refused": {
      const rule = refusalRules.find((one) => one === item.refusal);
      const text = rule
        ? refusal(rule, { ...item.refusalParams })
        : own((item.refusal ?? "noHeading") as "noHeading", { ...item.refusalParams });
      return <NoticeBox tone="danger">{text}</NoticeBox>;
    }
    default:
      return <ImportProgress register={register.name} item={item} />;
  }
}

/** The first rows at fault, in the words that the file itself is marked with. */
function Faults({ register, words, item }: Pick<ImportItemProps, "register" | "words" | "item">) {
  const t = useTranslations("file.import");
  const own = useTranslations("register.import");
  const files = useTranslations("register.file");
  const errors = useTranslations("error");
  const labelOf = (field: string) => {
    const [name = "", part] = field.split(".");
    if (name in register.fields) return words.field(name);
    return name === "source" ? files(`source.${part as "title"}`) : files("reading");
  };
  const texts = item.firstFaults.flatMap(({ row, faults }) =>
    faults.map((fault) => {
      const { text } = toFieldMessage(fault, { [fault.field]: labelOf(fault.field) }, errors);
      return { key: `${row} ${fault.field} ${fault.rule}`, text: t("faultAt", { row, text }) };
    }),
  );
  return (
    <>
      <NoticeBox tone="warning">{own("faulty", { count: item.faults })}</NoticeBox>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
        {texts.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </>
  );
}

import { formatDate, type Locale } from "@lilink/i18n";
import { Badge, buttonClass, NoticeBox, Section, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ClientMessages } from "#components/client-messages.tsx";
import { isOnItsWay } from "#components/file-on-its-way.ts";
import { LiveRefresh } from "#components/live-refresh.tsx";
import type { ReturnImport } from "../queries.ts";
import { FirstFaults } from "./first-faults.tsx";
import { CancelImport } from "./import-cancel.tsx";
import { ImportForm } from "./import-form.tsx";
import { ImportProgress } from "./import-progress.tsx";

const tones: Readonly<Record<ReturnImport["state"], Tone>> = {
  waiting: "info",
  running: "info",
  done: "success",
  faulty: "warning",
  refused: "danger",
  cancelled: "neutral",
};

type ImportSectionProps = { readonly publicId: string; readonly imports: readonly ReturnImport[] };

/** Filing by file: the template, a place to send it back, and what became of those that were sent. */
export function ImportSection({ publicId, imports }: ImportSectionProps) {
  const t = useTranslations("file.import");
  const locale = useLocale();
  const isOpen = imports.some(isOnItsWay);
  return (
    <ClientMessages namespaces={["file"]}>
      <Section id="by-file" title={t("title")}>
        <div className="flex flex-col gap-4">
          <p className="max-w-prose text-sm text-muted">{t("intro")}</p>
          <div className="flex flex-wrap items-start gap-3">
            <a
              className={buttonClass()}
              href={`/api/export/return-template?return=${publicId}&locale=${locale}`}
            >
              {t("template")}
            </a>
            <ImportForm publicId={publicId} disabled={isOpen} />
          </div>
          {imports.length > 0 ? (
            <ul aria-label={t("list")} className="flex flex-col gap-3">
              {imports.map((one) => (
                <ImportItem key={one.publicId} publicId={publicId} item={one} />
              ))}
            </ul>
          ) : null}
          {isOpen ? null : <LiveRefresh topics={["return"]} label={t("runningText")} />}
        </div>
      </Section>
    </ClientMessages>
  );
}

type ImportItemProps = { readonly publicId: string; readonly item: ReturnImport };

function ImportItem({ publicId, item }: ImportItemProps) {
  const t = useTranslations("file.import");
  const locale = useLocale() as Locale;
  const at = formatDate(item.createdAt, locale, "time");
  const fileLink = (which: "marked" | "original") =>
    `/api/export/return-file?return=${publicId}&import=${item.publicId}&which=${which}&locale=${locale}`;
  const isOpen = isOnItsWay(item);
  return (
    <li className="flex flex-col gap-2 border border-line p-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium break-all">{item.fileName}</span>
        <Badge tone={tones[item.state]}>{t(`state.${item.state}`)}</Badge>
        <span className="text-sm text-muted">{item.by ? t("sent", { by: item.by, at }) : at}</span>
      </p>
      <ImportOutcome publicId={publicId} item={item} />
      <p className="flex flex-wrap items-center gap-3 text-sm empty:hidden">
        {isOpen ? <CancelImport publicId={publicId} importId={item.publicId} /> : null}
        {item.state === "faulty" ? (
          <a className={buttonClass()} href={fileLink("marked")}>
            {t("marked")}
          </a>
        ) : null}
        {isOpen ? null : (
          <a className="underline underline-offset-2" href={fileLink("original")}>
            {t("original")}
          </a>
        )}
      </p>
    </li>
  );
}

function ImportOutcome({ publicId, item }: ImportItemProps) {
  const t = useTranslations("file.import");
  const refusal = useTranslations("file.refusal");
  const { state } = item;
  if (state === "refused")
    return (
      <NoticeBox tone="danger">
        {item.refusal ? refusal(item.refusal, { ...item.refusalParams }) : null}
      </NoticeBox>
    );
  if (state === "faulty")
    return (
      <>
        <NoticeBox tone="warning">{t("faultyText", { faults: item.faults })}</NoticeBox>
        <FirstFaults faults={item.firstFaults} />
      </>
    );
  if (state === "done") return <p className="text-sm">{t("doneText", { rows: item.rowsDone })}</p>;
  if (state === "cancelled") return <p className="text-sm">{t("cancelledText")}</p>;
  return <ImportProgress publicId={publicId} item={item} />;
}

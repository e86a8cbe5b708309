import { captureFields } from "@lilink/contract";
import { formatDate } from "@lilink/i18n";
import { refusalRules } from "@lilink/model/file";
import { Badge, buttonClass, NoticeBox, type Tone } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { isOnItsWay } from "#components/file-on-its-way.ts";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { SendFile } from "#components/send-file.tsx";
import { toFieldMessage } from "#lib/error-message.ts";
import type { CaptureRow } from "../queries.ts";
import { CaptureProgress } from "./capture-progress.tsx";

const tones: Readonly<Record<CaptureRow["state"], Tone>> = {
  waiting: "info",
  running: "info",
  done: "success",
  faulty: "warning",
  refused: "danger",
  cancelled: "neutral",
};

/** Files of codes and of events: sent here, and what became of the last ones. */
export function CapturePanel({ captures }: { readonly captures: readonly CaptureRow[] }) {
  const t = useTranslations("capture");
  const files = useTranslations("file.import");
  const locale = useLocale();
  const isBusy = captures.some((one) => isOnItsWay(toFile(one)));
  return (
    <>
      <p className="mb-3 max-w-prose text-muted">{t("lead")}</p>
      <div className="mb-4 flex flex-wrap items-start gap-3">
        {(["unit", "event"] as const).map((kind) => (
          <SendFile
            key={kind}
            id={`send-${kind}`}
            path="/api/batteries/import"
            fields={{ kind, locale }}
            label={t(`send.${kind}`)}
            disabled={isBusy}
          />
        ))}
      </div>
      <details className="mb-4 text-sm">
        <summary className="cursor-pointer text-link">{t("headings")}</summary>
        <dl className="mt-2">
          {(["unit", "event"] as const).map((kind) => (
            <div key={kind} className="mt-1">
              <dt className="font-medium">{t(`headingsOf.${kind}`)}</dt>
              <dd>{captureFields[kind].map((field) => t(`column.${field}`)).join(" · ")}</dd>
            </div>
          ))}
        </dl>
      </details>
      {captures.length > 0 ? (
        <ul aria-label={files("list")} className="flex max-w-3xl flex-col gap-3">
          {captures.map((item) => (
            <CaptureItem key={item.publicId} item={item} />
          ))}
        </ul>
      ) : null}
      {isBusy ? null : <LiveRefresh topics={["record"]} label={files("runningText")} />}
    </>
  );
}

const toFile = ({ publicId, state }: CaptureRow) => ({ publicId, state, rowsDone: 0, rowsTotal: null });

function CaptureItem({ item }: { readonly item: CaptureRow }) {
  const t = useTranslations("capture");
  const files = useTranslations("file.import");
  const locale = useLocale();
  return (
    <li className="flex flex-col gap-2 border border-line p-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium break-all">{item.fileName}</span>
        <Badge tone={tones[item.state]}>{files(`state.${item.state}`)}</Badge>
        <span className="text-sm text-muted">{formatDate(item.createdAt, locale, "time")}</span>
      </p>
      {isOnItsWay(toFile(item)) ? <CaptureProgress item={toFile(item)} /> : <Outcome item={item} />}
      {item.isMarked ? (
        <p>
          <a
            className={buttonClass()}
            href={`/api/export/battery-file?publicId=${item.publicId}&locale=${locale}`}
          >
            {t("marked")}
          </a>
        </p>
      ) : null}
    </li>
  );
}

function Outcome({ item }: { readonly item: CaptureRow }) {
  const t = useTranslations("capture");
  const files = useTranslations("file.import");
  const refusal = useTranslations("file.refusal");
  const errors = useTranslations("error");
  if (item.state === "refused") {
    const rule = refusalRules.find((one) => one === item.refusal);
    return (
      <NoticeBox tone="danger">{rule ? refusal(rule, { ...item.refusalParams }) : t("noHeading")}</NoticeBox>
    );
  }
  const { taken, known, faults } = item;
  return (
    <>
      <p>{t("outcome", { taken, known, faults })}</p>
      {item.firstFaults.length > 0 ? (
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
          {item.firstFaults.map(({ at, row = at + 1, message, field, ...fault }) => (
            <li key={`${at} ${field}`}>
              {files("faultAt", {
                row,
                text:
                  message === undefined
                    ? toFieldMessage({ field, ...fault }, { [field]: labelOf(field, t) }, errors).text
                    : `${field} ${message}`,
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function labelOf(field: string, t: ReturnType<typeof useTranslations<"capture">>): string {
  const key = `column.${field}`;
  return t.has(key as "column.code") ? t(key as "column.code") : field;
}

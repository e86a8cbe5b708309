"use client";

import { mostTradeRows } from "@lilink/contract";
import {
  Button,
  Checkbox,
  Field,
  NoticeBox,
  ProgressBar,
  Select,
  type SelectOption,
  TextInput,
} from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileButton } from "#components/file-button.tsx";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import type { ReadFile } from "#lib/trade/read-trade-file.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

const shownFaults = 8;

/** A file of trade: read here, looked at, then sent in pieces and taken as one. */
export function TradeFileForm({ countries }: { readonly countries: readonly SelectOption[] }) {
  const t = useTranslations("supply.file");
  const rules = useTranslations("error.rule");
  const client = useTRPCClient();
  const [file, setFile] = useState<File | null>(null);
  const [about, setAbout] = useState({
    reporter: "CN",
    source: "",
    licence: "",
    reason: "",
    sample: false,
    revises: false,
  });
  const [read, setRead] = useState<ReadFile | null>(null);
  const [rowsRead, setRowsRead] = useState<number | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const { pending, failures, act } = useAct({
    source: t("source"),
    licence: t("licence"),
    reason: t("reason"),
    revises: t("revises"),
    rows: t("choose"),
  });
  const change = (next: Partial<typeof about>) => {
    setAbout((now) => ({ ...now, ...next }));
    setRead(null);
  };
  const look = async () => {
    if (!file) return;
    setRowsRead(0);
    const { readTradeFile } = await import("#lib/trade/read-trade-file.ts");
    const { reporter, reason } = about;
    setRead(
      await readTradeFile(file, { reporter, ...(reason.trim() && { reason: reason.trim() }) }, setRowsRead),
    );
    setRowsRead(null);
  };
  const send = async () => {
    if (!read?.layout || !file) return;
    const { layout, rows, skipped } = read;
    const { reporter, source, licence, reason, sample, revises } = about;
    const taken = await act(
      async () => {
        const head = {
          layout,
          reporter: rows[0]?.reporter ?? reporter,
          fileName: file.name,
          source,
          licence,
          sample,
        };
        const { publicId } = await client.supply.openTrade.mutate({
          ...head,
          ...(reason.trim() && { reason: reason.trim() }),
        });
        try {
          for (let at = 0; at < rows.length; at += mostTradeRows) {
            setSent(at);
            const piece = rows
              .slice(at, at + mostTradeRows)
              .map(({ reporter: _reporter, product: _product, ...row }) => row);
            await client.supply.takeTrade.mutate({ publicId, rows: piece });
          }
          return await client.supply.closeTrade.mutate({ publicId, skipped, revises });
        } catch (error) {
          await client.supply.dropTrade.mutate({ publicId });
          throw error;
        }
      },
      (done) => t("done", { rows: String(done.rows), revision: String(done.revision) }),
    );
    setSent(null);
    if (taken) {
      setRead(null);
      setFile(null);
    }
  };
  const isReady = read !== null && read.layout !== null && read.faults.length === 0 && read.rows.length > 0;
  return (
    <StateForm className="flex max-w-2xl flex-col gap-5" onSend={() => void (isReady ? send() : look())}>
      <Field id="trade-file" label={t("choose")} help={t("layouts")} error={failures.rows} required>
        {(aria) => (
          <span className="flex flex-wrap items-center gap-3">
            <FileButton
              {...aria}
              accept=".csv,.txt,text/csv"
              onChange={({ target }) => {
                setFile(target.files?.[0] ?? null);
                setRead(null);
              }}
            />
            {file ? <span>{file.name}</span> : null}
          </span>
        )}
      </Field>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        <Field id="trade-source" label={t("source")} error={failures.source} required>
          {(aria) => (
            <TextInput
              {...aria}
              value={about.source}
              onChange={({ target }) => setAbout({ ...about, source: target.value })}
            />
          )}
        </Field>
        <Field id="trade-licence" label={t("licence")} error={failures.licence} required>
          {(aria) => (
            <TextInput
              {...aria}
              value={about.licence}
              onChange={({ target }) => setAbout({ ...about, licence: target.value })}
            />
          )}
        </Field>
        <Field id="trade-reporter" label={t("reporter")}>
          {(aria) => (
            <Select
              {...aria}
              value={about.reporter}
              onChange={({ target }) => change({ reporter: target.value })}
              options={countries}
            />
          )}
        </Field>
      </div>
      <Field id="trade-reason" label={t("reason")} help={t("reasonHelp")} error={failures.reason}>
        {(aria) => (
          <TextInput
            {...aria}
            value={about.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        )}
      </Field>
      <Checkbox
        id="trade-sample"
        label={t("sample")}
        help={t("sampleHelp")}
        checked={about.sample}
        onChange={({ target }) => setAbout({ ...about, sample: target.checked })}
      />
      <Checkbox
        id="trade-revises"
        label={t("revises")}
        checked={about.revises}
        onChange={({ target }) => setAbout({ ...about, revises: target.checked })}
      />
      {failures.revises ? <NoticeBox tone="danger">{failures.revises}</NoticeBox> : null}
      {rowsRead === null ? null : <p role="status">{t("reading", { rows: String(rowsRead) })}</p>}
      {read ? (
        <Found read={read} sayRule={(rule, params) => rules(rule as "required", { field: "", ...params })} />
      ) : null}
      {sent === null || !read ? null : (
        <ProgressBar
          label={t("send")}
          value={sent / Math.max(1, read.rows.length)}
          valueText={t("sending", { done: String(sent), rows: String(read.rows.length) })}
        />
      )}
      <Button
        type="submit"
        variant={isReady ? "accent" : "plain"}
        pending={pending || rowsRead !== null}
        disabled={!file}
        className="self-start"
      >
        {isReady ? t("send") : t("read")}
      </Button>
    </StateForm>
  );
}

function Found({
  read,
  sayRule,
}: {
  readonly read: ReadFile;
  readonly sayRule: (rule: string, params: Readonly<Record<string, string | number>>) => string;
}) {
  const t = useTranslations("supply.file");
  if (read.layout === null) return <NoticeBox tone="danger">{t("noLayout")}</NoticeBox>;
  const { layout, rows, skipped, faults } = read;
  return (
    <NoticeBox tone={faults.length > 0 ? "danger" : "info"}>
      <p>{`${t("layout", { layout })} ${t("found", { rows: String(rows.length), skipped: String(skipped), faults: String(faults.length) })}`}</p>
      {faults.length > 0 ? (
        <>
          <ul className="mt-2 list-disc pl-5">
            {faults.slice(0, shownFaults).map(({ row, column, rule, params }) => (
              <li key={`${row} ${column}`}>
                {t("fault", {
                  row: String(row),
                  column: t(`columns.${column}`),
                  rule: sayRule(rule, params ?? {}),
                })}
              </li>
            ))}
          </ul>
          {faults.length > shownFaults ? (
            <p>{t("more", { count: String(faults.length - shownFaults) })}</p>
          ) : null}
          <p className="mt-2">
            <a href={read.marked()} download="faults.csv">
              {t("marked")}
            </a>
          </p>
        </>
      ) : null}
    </NoticeBox>
  );
}

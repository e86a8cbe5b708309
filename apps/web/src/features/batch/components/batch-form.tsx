"use client";

import { provinces } from "@lilink/model/codes";
import {
  batchProcesses,
  custodyModels,
  handlingClasses,
  mechanizations,
  type RowSide,
  rowSides,
} from "@lilink/model/trace/batch";
import { Button, Checkbox, Field, Select, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { readShare } from "#lib/form/read-number.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { LoadedBatch } from "../queries.ts";
import { emptyDraft, type RowDraft, readDraft, readPasted, toDraft } from "../view.ts";
import { LiveBalance } from "./live-balance.tsx";
import { PasteRows } from "./paste-rows.tsx";
import { RowTable } from "./row-table.tsx";

/** Everything that a batch says of itself; its closure is shown while one types. */
export function BatchForm({ batch, today }: { readonly batch: LoadedBatch; readonly today: string }) {
  const t = useTranslations("batch");
  const locale = useLocale();
  const client = useTRPCClient();
  const serial = useRef(batch.rows.length);
  const [head, setHead] = useState(() => ({
    number: batch.number,
    process: batch.process,
    custodyModel: batch.custodyModel,
    openedOn: batch.openedOn,
    province: batch.province ?? "",
    uIn: batch.uIn === null ? "" : String(Number((batch.uIn * 100).toPrecision(6))),
    uOut: batch.uOut === null ? "" : String(Number((batch.uOut * 100).toPrecision(6))),
    handling: batch.handling,
    mechanization: batch.mechanization ?? "",
    shortProcess: batch.shortProcess === true,
    harmlessLiquor: batch.harmlessLiquor === true,
  }));
  const [drafts, setDrafts] = useState<readonly RowDraft[]>(() =>
    batch.rows.map((row, at) => toDraft(row, String(at))),
  );
  const [showFaults, setShowFaults] = useState(false);
  const { pending, failures, act } = useAct({
    number: t("form.number"),
    openedOn: t("form.openedOn"),
    uIn: t("form.uIn"),
    uOut: t("form.uOut"),
  });
  const change = (part: Partial<typeof head>) => setHead({ ...head, ...part });
  const read = drafts.map(readDraft);
  const rows = read.flatMap(({ row }) => (row ? [row] : []));
  const add = (side: RowSide) => {
    serial.current += 1;
    setDrafts([...drafts, emptyDraft(side, String(serial.current))]);
  };
  const paste = (side: RowSide, text: string) => {
    const pasted = readPasted(text, side, () => {
      serial.current += 1;
      return String(serial.current);
    });
    setDrafts([...drafts, ...pasted]);
  };
  const save = () => {
    setShowFaults(true);
    if (read.some(({ faults }) => faults.length > 0)) return;
    const { province, mechanization, uIn, uOut, handling, ...rest } = head;
    const known = mechanizations.find((one) => one === mechanization);
    void act(
      () =>
        client.batch.save.mutate({
          ...rest,
          publicId: batch.publicId,
          version: batch.version,
          handling: [...handling],
          ...(province !== "" && { province }),
          ...(known && { mechanization: known }),
          uIn: readShare(uIn),
          uOut: readShare(uOut),
          rows,
        }),
      ({ spentElsewhere }) =>
        spentElsewhere.length > 0 ? t("form.savedSpent", { count: spentElsewhere.length }) : t("form.saved"),
    );
  };
  const input = (
    field: "number" | "openedOn" | "uIn" | "uOut",
    help: string,
    type: "text" | "date" = "text",
  ) => (
    <Field id={field} label={t(`form.${field}`)} help={help} error={failures[field]}>
      {(aria) => (
        <TextInput
          {...aria}
          type={type}
          {...(type === "date" ? { max: today } : {})}
          value={head[field]}
          onChange={({ target }) => change({ [field]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <StateForm className="flex flex-col gap-6" onSend={() => save()}>
      <p className="prose-measure text-sm text-muted">{t("form.rowsLead")}</p>
      <LiveBalance rows={rows} uIn={readShare(head.uIn)} uOut={readShare(head.uOut)} on={head.openedOn} />
      {rowSides.map((side) => (
        <section key={side} aria-label={t(`side.${side}`)} className="flex flex-col gap-2">
          <h3>{t(`side.${side}`)}</h3>
          <RowTable
            side={side}
            rows={drafts.filter((one) => one.side === side)}
            showFaults={showFaults}
            set={(key, part) => setDrafts(drafts.map((one) => (one.key === key ? { ...one, ...part } : one)))}
            remove={(key) => setDrafts(drafts.filter((one) => one.key !== key))}
          />
          <Button size="sm" className="self-start" onClick={() => add(side)}>
            {t(`form.add.${side}`)}
          </Button>
          <PasteRows side={side} add={(text) => paste(side, text)} />
        </section>
      ))}
      <h3>{t("form.head")}</h3>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {input("number", t("form.numberHelp"))}
        {input("openedOn", t("form.openedOnHelp"), "date")}
        <Field id="process" label={t("form.process")} className="justify-end">
          {(aria) => (
            <Select
              {...aria}
              value={head.process}
              onChange={({ target }) => change({ process: target.value as typeof head.process })}
              options={batchProcesses.map((value) => ({ value, label: t(`process.${value}`) }))}
            />
          )}
        </Field>
        {input("uIn", t("form.uHelp"))}
        {input("uOut", t("form.uHelp"))}
        <Field id="custodyModel" label={t("form.model")} className="justify-end">
          {(aria) => (
            <Select
              {...aria}
              value={head.custodyModel}
              onChange={({ target }) => change({ custodyModel: target.value as typeof head.custodyModel })}
              options={custodyModels.map((value) => ({ value, label: t(`model.${value}`) }))}
            />
          )}
        </Field>
        <Field id="province" label={t("form.province")}>
          {(aria) => (
            <Select
              {...aria}
              value={head.province}
              placeholder={t("form.noProvince")}
              onChange={({ target }) => change({ province: target.value })}
              options={provinces.map(({ code, zh, en }) => ({
                value: code,
                label: locale === "en" ? en : zh,
              }))}
            />
          )}
        </Field>
        <Field id="mechanization" label={t("form.mechanization")}>
          {(aria) => (
            <Select
              {...aria}
              value={head.mechanization}
              placeholder={t("form.notSaid")}
              onChange={({ target }) => change({ mechanization: target.value })}
              options={mechanizations.map((value) => ({ value, label: t(`mechanization.${value}`) }))}
            />
          )}
        </Field>
      </div>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-2">
        <legend className="mb-1 font-medium">{t("form.handling")}</legend>
        {handlingClasses.map((one) => (
          <Checkbox
            key={one}
            label={t(`handling.${one}`)}
            checked={head.handling.includes(one)}
            onChange={({ target }) =>
              change({
                handling: target.checked
                  ? [...head.handling, one]
                  : head.handling.filter((other) => other !== one),
              })
            }
          />
        ))}
        {(["shortProcess", "harmlessLiquor"] as const).map((one) => (
          <Checkbox
            key={one}
            label={t(`form.${one}`)}
            checked={head[one]}
            onChange={({ target }) => change({ [one]: target.checked })}
          />
        ))}
      </fieldset>
      <Button type="submit" variant="accent" pending={pending} className="self-start">
        {t("form.save")}
      </Button>
    </StateForm>
  );
}

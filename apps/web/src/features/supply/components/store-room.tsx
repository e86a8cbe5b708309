"use client";

import { formatDate, formatNumber } from "@lilink/i18n";
import { Button, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Room } from "../queries.ts";
import { MoveForm, StockForm } from "./reserve-forms.tsx";

/** The stocks with their tonnes, on demand: each look is a call of its own, and stands in the log. [RS2] */
export function StoreRoom() {
  const t = useTranslations("supply.reserve");
  const client = useTRPCClient();
  const [room, setRoom] = useState<Room | null>(null);
  const { pending, act } = useAct({});
  const open = () => act(async () => setRoom(await client.reserve.read.mutate({})), t("opened"));
  return (
    <>
      <Button pending={pending} onClick={() => void open()}>
        {t(room === null ? "open" : "again")}
      </Button>
      {room === null ? null : (
        <div className="mt-6">
          {room.stocks.length === 0 ? <p className="text-muted">{t("empty")}</p> : null}
          {room.stocks.map((stock) => (
            <Shelf key={stock.publicId} stock={stock} dailyUse={room.dailyUse} />
          ))}
          <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
            {room.stocks.length > 0 ? (
              <MoveForm stocks={room.stocks} decisions={room.decisions} onDone={() => void open()} />
            ) : null}
            <StockForm onDone={() => void open()} />
          </div>
        </div>
      )}
    </>
  );
}

type Stock = Room["stocks"][number];

/** One stock: how far it reaches against what is wanted, how old it is, and what happened to it. */
function Shelf({ stock, dailyUse }: { readonly stock: Stock; readonly dailyUse: number }) {
  const t = useTranslations("supply.reserve");
  const products = useTranslations("supply.products");
  const locale = useLocale();
  const number = (value: number) => formatNumber(Number(value.toPrecision(4)), locale);
  const days = dailyUse > 0 ? stock.lce / dailyUse : 0;
  return (
    <article className="mb-8 border-t border-line pt-4">
      <h3 className="font-semibold">{`${products(stock.product as "carbonate")} · ${stock.grade} · ${stock.site}`}</h3>
      <p className="text-sm text-muted">{`${stock.form} · ${stock.custodian}`}</p>
      <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1 tabular-nums">
        <span>{t("held", { tonnes: number(stock.tonnes), lce: number(stock.lce) })}</span>
        <span>
          {t("days", { days: formatNumber(Math.round(days * 10) / 10, locale), target: stock.targetDays })}
        </span>
        {stock.rotateBy ? (
          <span className={stock.late ? "text-danger" : ""}>
            {t(stock.late ? "rotateLate" : "rotateBy", { day: formatDate(stock.rotateBy, locale) })}
          </span>
        ) : null}
      </p>
      <span aria-hidden className="relative mt-2 mb-4 block h-4 bg-sunken">
        <span
          className="absolute inset-y-0 left-0 bg-ink"
          style={{ width: `${Math.min(1, days / stock.targetDays) * 100}%` }}
        />
      </span>
      <DataTable
        caption={t("moves")}
        rows={stock.moves}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "day",
            label: t("day"),
            lead: true,
            cell: ({ occurredOn }) => formatDate(occurredOn, locale),
          },
          { key: "kind", label: t("kind"), cell: ({ kind }) => t(`kinds.${kind as "in"}`) },
          { key: "tonnes", label: t("tonnes"), align: "end", cell: ({ tonnes }) => number(tonnes) },
          { key: "decision", label: t("decision"), cell: ({ decision }) => decision ?? "" },
          { key: "note", label: t("note"), cell: ({ note }) => note ?? "" },
        ]}
      />
    </article>
  );
}

"use client";

import { Button, Field, Select } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { organizationName } from "#features/organization/view.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = {
  readonly id: string;
  readonly tables: number;
  readonly guests: readonly { readonly publicId: string; readonly name: string }[];
};
type Client = ReturnType<typeof useTRPCClient>;
type Tried = Awaited<ReturnType<Client["event"]["tryRepair"]["query"]>>;

/** What a broken table or an absent firm comes to, before anybody decides; then it is kept as a version. [EV9] */
export function WhatIf({ id, tables, guests }: Given) {
  const t = useTranslations("event.board");
  const client = useTRPCClient();
  const field = useId();
  const [table, setTable] = useState("");
  const [guest, setGuest] = useState("");
  const [tried, setTried] = useState<Tried | null>(null);
  const { pending, act } = useAct();
  const asked = {
    publicId: id,
    ...(table ? { closed: [Number(table)] } : {}),
    ...(guest ? { absent: [guest] } : {}),
  };
  const change = (set: (value: string) => void) => (event: { target: { value: string } }) => {
    set(event.target.value);
    setTried(null);
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">{t("whatIfLead")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field id={`${field}-table`} label={t("tableBreaks")}>
          {(aria) => (
            <Select
              {...aria}
              value={table}
              placeholder={t("noTable")}
              onChange={change(setTable)}
              options={Array.from({ length: tables }, (_, at) => ({
                value: String(at + 1),
                label: t("table", { number: at + 1 }),
              }))}
            />
          )}
        </Field>
        <Field id={`${field}-guest`} label={t("guestMisses")}>
          {(aria) => (
            <Select
              {...aria}
              value={guest}
              placeholder={t("nobody")}
              onChange={change(setGuest)}
              options={guests.map(({ publicId, name }) => ({ value: publicId, label: name }))}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button
          pending={pending}
          onClick={() => void act(async () => setTried(await client.event.tryRepair.query(asked)))}
        >
          {t("try")}
        </Button>
        {tried ? (
          <Button
            variant="accent"
            pending={pending}
            onClick={() =>
              void act(async () => {
                await client.event.repair.mutate(asked);
                setTried(null);
              }, t("kept"))
            }
          >
            {t("keep")}
          </Button>
        ) : null}
      </div>
      {tried ? <Answer tried={tried} /> : null}
    </div>
  );
}

function Answer({ tried }: { readonly tried: Tried }) {
  const t = useTranslations("event.board");
  const locale = useLocale();
  const lists = [
    ["movedTitle", tried.moved],
    ["cancelledTitle", tried.cancelled],
    ["addedTitle", tried.added],
  ] as const;
  return (
    <div role="status" className="border-l-2 border-accent pl-3">
      <p className="font-medium">
        {t("comesTo", {
          moved: tried.moved.length,
          cancelled: tried.cancelled.length,
          added: tried.added.length,
        })}
        {tried.fewest ? <span className="ml-2 text-sm text-success">{t("fewest")}</span> : null}
      </p>
      {lists.map(([title, all]) =>
        all.length > 0 ? (
          <div key={title} className="mt-2 text-sm">
            <p className="text-muted">{t(title)}</p>
            <ul>
              {all.map(({ sides, slot, table }) => (
                <li key={sides.map((side) => side.nameZh).join(" ")}>
                  {sides.map((side) => organizationName(side, locale)).join(" – ")}
                  {slot !== null && table !== null ? (
                    <span className="text-muted"> → {t("toSeat", { slot: slot + 1, table })}</span>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ) : null,
      )}
    </div>
  );
}

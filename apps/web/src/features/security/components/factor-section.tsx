"use client";

import type { AppRouter } from "@lilink/api";
import { Button, DataTable, NoticeBox, toast } from "@lilink/ui";
import { startRegistration } from "@simplewebauthn/browser";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { toPasskeyAnswer } from "../view.ts";
import { AddTotp } from "./add-totp.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type Listed = inferRouterOutputs<AppRouter>["factor"]["list"];

export type FactorView = Pick<Listed["factors"][number], "id" | "kind" | "label"> & {
  readonly added: string;
  readonly used: string | null;
};

/** The second factors of a person, how to add and remove them, and the codes for the day on which all are lost. */
export function FactorSection({
  factors,
  codesLeft,
}: {
  readonly factors: readonly FactorView[];
  readonly codesLeft: number;
}) {
  const t = useTranslations("settings.factor");
  const client = useTRPCClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { pending, act } = useAct();
  const addPasskey = () =>
    act(async () => {
      const optionsJSON = await client.factor.beginPasskey.mutate({});
      const answer = await startRegistration({ optionsJSON }).catch(() => null);
      if (!answer) return toast({ title: t("passkeyFailed"), tone: "danger" });
      const added = await client.factor.addPasskey.mutate({
        label: t("passkey"),
        passkey: toPasskeyAnswer(answer),
      });
      setCodes(added.codes);
      toast({ title: t("added"), tone: "success" });
    });
  const renew = () => act(async () => setCodes((await client.factor.renewRecovery.mutate({})).codes));
  return (
    <div className="flex flex-col gap-5">
      {codes ? <RecoveryCodes codes={codes} /> : null}
      {factors.length === 0 ? (
        <NoticeBox>{t("none")}</NoticeBox>
      ) : (
        <DataTable
          caption={t("title")}
          rows={factors}
          rowKey={(row) => row.id}
          columns={[
            { key: "label", label: t("kind"), lead: true, cell: (row) => row.label },
            { key: "added", label: t("since"), cell: (row) => row.added },
            { key: "used", label: t("used"), cell: (row) => row.used ?? t("never") },
            {
              key: "remove",
              label: "",
              head: <span className="sr-only">{t("remove")}</span>,
              align: "end",
              cell: (row) => (
                <ConfirmDialog
                  label={t("remove")}
                  title={t("removeTitle", { name: row.label })}
                  body={t(factors.length === 1 ? "removeLast" : "removeBody")}
                  run={() => client.factor.remove.mutate({ id: row.id })}
                  done={t("removed")}
                />
              ),
            },
          ]}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <AddTotp onAdded={setCodes} />
        <Button pending={pending} onClick={() => void addPasskey()}>
          {t("addPasskey")}
        </Button>
        {factors.length > 0 ? (
          <Button pending={pending} onClick={() => void renew()}>
            {t("renew")}
          </Button>
        ) : null}
      </div>
      {factors.length > 0 ? <p className="text-muted">{t("codesLeft", { count: codesLeft })}</p> : null}
    </div>
  );
}

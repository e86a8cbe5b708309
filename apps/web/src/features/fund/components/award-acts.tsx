"use client";

import type { ApplicationState } from "@lilink/model/fund/life";
import { Button, Dialog, Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { TextLink } from "#components/button-link.tsx";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { DialogEnd } from "#components/dialog-end.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { readNumber } from "#lib/form/read-number.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = {
  readonly publicId: string;
  readonly title: string;
  readonly asked: number;
  readonly state: ApplicationState;
  readonly award: string | null;
  readonly hasPanel: boolean;
};

/** What an officer does with one application after its check and after the ranking. */
export function AwardActs({ publicId, title, asked, state, award, hasPanel }: Given) {
  const t = useTranslations("fund.room");
  const client = useTRPCClient();
  if (award) return <TextLink href={`/fund/awards/${award}`}>{t("toAward")}</TextLink>;
  if ((state === "ineligible" || state === "appealed") && !hasPanel)
    return (
      <span className="flex flex-wrap gap-2">
        <ReasonDialog
          label={t("uphold")}
          title={t("upholdTitle")}
          body={t("upholdBody")}
          run={(reason) => client.fund.uphold.mutate({ publicId, reason })}
        />
        {state === "appealed" ? (
          <ReasonDialog
            label={t("dismiss")}
            title={t("dismissTitle")}
            body={t("dismissBody")}
            run={(reason) => client.fund.dismiss.mutate({ publicId, reason })}
          />
        ) : null}
      </span>
    );
  if (state !== "recommended" && state !== "reserve") return null;
  return (
    <span className="flex flex-wrap gap-2">
      <AwardDialog publicId={publicId} title={title} asked={asked} />
      <ConfirmDialog
        label={t("decline")}
        title={t("declineTitle")}
        body={t("declineBody")}
        run={() => client.fund.decline.mutate({ publicId })}
        done={t("declined")}
      />
    </span>
  );
}

function AwardDialog({ publicId, title, asked }: Pick<Given, "publicId" | "title" | "asked">) {
  const t = useTranslations("fund.room");
  const action = useTranslations("common.action");
  const id = useId();
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState(String(asked));
  const [startsOn, setStartsOn] = useState("");
  const { pending, failures, act } = useAct({ amount: t("amount"), startsOn: t("startsOn") });
  const give = async () => {
    const done = await act(
      () => client.fund.award.mutate({ publicId, amount: readNumber(amount) ?? Number.NaN, startsOn }),
      t("awarded"),
    );
    if (done) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={
        <Button size="sm" variant="accent">
          {t("award")}
        </Button>
      }
      title={t("awardTitle", { title })}
      actions={<DialogEnd label={t("award")} pending={pending} run={give} />}
    >
      <div className="flex flex-col gap-4">
        <Field id={`${id}-amount`} label={t("amount")} error={failures.amount}>
          {(aria) => (
            <TextInput
              {...aria}
              inputMode="decimal"
              value={amount}
              onChange={({ target }) => setAmount(target.value)}
            />
          )}
        </Field>
        <Field id={`${id}-start`} label={t("startsOn")} error={failures.startsOn}>
          {(aria) => (
            <TextInput
              {...aria}
              type="date"
              value={startsOn}
              onChange={({ target }) => setStartsOn(target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

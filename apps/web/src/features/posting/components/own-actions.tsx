"use client";

import { maxValidityDays, nextPostingState, type PostingState } from "@lilink/model/posting";
import { Button, Dialog, DialogClose, Field, Select } from "@lilink/ui";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { CopyButton } from "./copy-button.tsx";

export type OwnActionsProps = {
  readonly publicId: string;
  readonly state: PostingState;
  readonly validDays: number;
  readonly everSubmitted: boolean;
};

const spans = [30, 90, 180, 270, maxValidityDays] as const;

/** What the transition table allows from here; each says what it did. */
export function OwnActions({ publicId, state, validDays, everSubmitted }: OwnActionsProps) {
  const t = useTranslations("posting.detail");
  const edit = useTranslations("posting.edit");
  const own = useTranslations("posting.own");
  const field = useTranslations("posting.field");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const [days, setDays] = useState(String(spans.find((span) => span >= validDays) ?? maxValidityDays));
  // The notice before the end leads straight to the question.
  const [renewing, setRenewing] = useState(useSearchParams().has("renew"));
  const may = (verb: Parameters<typeof nextPostingState>[1]) => nextPostingState(state, verb) !== null;
  const cancel = (
    <DialogClose asChild>
      <Button>{action("cancel")}</Button>
    </DialogClose>
  );
  return (
    <>
      {everSubmitted ? (
        <CopyButton publicId={publicId} text={{ copy: own("copy"), copied: own("copied") }} />
      ) : null}
      {may("withdraw") ? (
        <Button
          pending={pending}
          onClick={() => act(() => client.posting.withdraw.mutate({ publicId }), t("withdrawn"))}
        >
          {t("withdraw")}
        </Button>
      ) : null}
      {may("renew") ? (
        <Dialog
          title={t("renewTitle")}
          open={renewing}
          onOpenChange={setRenewing}
          description={t("renewBody")}
          closeLabel={action("close")}
          trigger={<Button>{t("renew")}</Button>}
          actions={
            <>
              {cancel}
              <DialogClose asChild>
                <Button
                  variant="accent"
                  pending={pending}
                  onClick={() =>
                    act(
                      () => client.posting.renew.mutate({ publicId, validDays: Number(days) }),
                      t("renewed"),
                    )
                  }
                >
                  {t("renew")}
                </Button>
              </DialogClose>
            </>
          }
        >
          <Field id="renew-days" label={field("validDays")}>
            {(aria) => (
              <Select
                {...aria}
                value={days}
                onChange={(event) => setDays(event.target.value)}
                options={spans.map((span) => ({ value: String(span), label: edit("days", { days: span }) }))}
              />
            )}
          </Field>
        </Dialog>
      ) : null}
      {may("reopen") ? (
        <Button
          pending={pending}
          onClick={() => act(() => client.posting.reopen.mutate({ publicId }), t("reopened"))}
        >
          {t("reopen")}
        </Button>
      ) : null}
      {may("close") && everSubmitted ? (
        <Dialog
          title={t("closeTitle")}
          description={t("closeBody")}
          closeLabel={action("close")}
          trigger={<Button variant="quiet">{t("close")}</Button>}
          actions={
            <>
              {cancel}
              <DialogClose asChild>
                <Button
                  variant="danger"
                  pending={pending}
                  onClick={() => act(() => client.posting.close.mutate({ publicId }), t("closed"))}
                >
                  {t("close")}
                </Button>
              </DialogClose>
            </>
          }
        />
      ) : null}
    </>
  );
}

"use client";

import { Button, Field, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { useLooked } from "./use-opened.ts";

export type ClaimDecisionProps = {
  readonly claim: string;
  readonly name: string;
  /** Another organization holds the code: it cannot be approved as it stands. */
  readonly held: boolean;
  /** The files that show who the claimant acts for. */
  readonly proofs: readonly string[];
};

/** An approval is asked once more, with what was looked at; a refusal asks for its reason first. */
export function ClaimDecision({ claim, name, held, proofs }: ClaimDecisionProps) {
  const t = useTranslations("organization.review");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState("");
  const { pending, failures, act } = useAct({ reason: t("reason") });

  const box = useRef<HTMLDivElement>(null);
  const looked = useLooked(box, proofs);
  const refuse = () =>
    act(() => client.claim.refuse.mutate({ publicId: claim, reason }), t("refused", { name }));

  if (!refusing) {
    return (
      <div ref={box} className="flex flex-wrap gap-2">
        {held ? (
          <Button disabled>{t("approve")}</Button>
        ) : (
          <ConfirmDialog
            label={t("approve")}
            title={t("askTitle", { name })}
            body={`${looked.words} ${t("askBody")}`}
            run={() => client.claim.approve.mutate({ publicId: claim })}
            done={t("approved", { name })}
            variant="accent"
            // What nobody has looked into does not ask to be approved.
            calm={!looked.seen}
          />
        )}
        <Button onClick={() => setRefusing(true)}>{t("refuse")}</Button>
      </div>
    );
  }
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <Field id={id} label={t("reason")} help={t("reasonHelp")} error={failures.reason} required>
        {(aria) => (
          <TextArea {...aria} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" pending={pending} onClick={() => void refuse()}>
          {t("confirmRefuse")}
        </Button>
        <Button variant="quiet" onClick={() => setRefusing(false)}>
          {action("cancel")}
        </Button>
      </div>
    </div>
  );
}

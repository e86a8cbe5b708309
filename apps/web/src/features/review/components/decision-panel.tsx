"use client";

import { type ReviewCriterion, reviewCriteria } from "@lilink/model/posting";
import { Button, Checkbox, Field, FieldError, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { DecisionAside } from "./decision-aside.tsx";
import { useDecide } from "./use-decide.ts";
import { useDecisionKeys } from "./use-decision-keys.ts";

export type DecisionPanelProps = {
  readonly publicId: string;
  readonly title: string;
  /** Whether the person uses keys without a modifier. */
  readonly singleKeys: boolean;
};

/** The criteria one by one, and one key that leads to each of the two answers. */
export function DecisionPanel({ publicId, title, singleKeys }: DecisionPanelProps) {
  const t = useTranslations("review");
  const client = useTRPCClient();
  const [failed, setFailed] = useState<readonly ReviewCriterion[]>([]);
  const [reason, setReason] = useState("");
  const first = useRef<HTMLFieldSetElement>(null);
  const accept = useRef<HTMLButtonElement>(null);
  const { decide, pending, failure, attempt } = useDecide("/review", {
    criteria: t("decide.failed"),
    reason: t("decide.reason"),
  });
  const approve = () =>
    decide(() => client.posting.publish.mutate({ publicId }), t("decide.approved", { title }));
  useDecisionKeys(singleKeys, {
    approve: () => accept.current?.focus(),
    sendBack: () => first.current?.querySelector("input")?.focus(),
  });
  const errorOf = (field: string) => failure.fields.find((fault) => fault.field === field)?.text;

  return (
    <DecisionAside
      title={t("decide.title")}
      keys={singleKeys ? t("decide.keys") : null}
      failure={failure}
      attempt={attempt}
      idOf={(field) => `review-${field}`}
    >
      <Button
        ref={accept}
        variant="accent"
        aria-keyshortcuts={singleKeys ? "a" : undefined}
        className="self-start"
        pending={pending}
        onClick={approve}
      >
        {t("decide.approve")}
        {singleKeys ? <Key>A</Key> : null}
      </Button>
      <fieldset ref={first} className="flex flex-col" aria-keyshortcuts={singleKeys ? "r" : undefined}>
        <legend className="mb-1 font-medium">
          {t("decide.failed")} {singleKeys ? <Key>R</Key> : null}
        </legend>
        <p className="mb-1 text-sm text-muted">{t("decide.checklist")}</p>
        {errorOf("criteria") ? (
          <FieldError id="review-criteria-error">{errorOf("criteria")}</FieldError>
        ) : null}
        {reviewCriteria.map((criterion, index) => (
          <Checkbox
            key={criterion}
            id={index === 0 ? "review-criteria" : `review-criteria-${criterion}`}
            label={t(`fault.${criterion}`)}
            checked={failed.includes(criterion)}
            onChange={(event) =>
              setFailed(
                event.target.checked ? [...failed, criterion] : failed.filter((one) => one !== criterion),
              )
            }
          />
        ))}
      </fieldset>
      <Field
        id="review-reason"
        label={t("decide.reason")}
        help={t("decide.reasonHelp")}
        error={errorOf("reason")}
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Button
        className="self-start"
        pending={pending}
        onClick={() =>
          decide(
            () => client.posting.return.mutate({ publicId, criteria: [...failed], reason }),
            t("decide.returned", { title }),
          )
        }
      >
        {t("decide.confirmReturn")}
      </Button>
    </DecisionAside>
  );
}

function Key({ children }: { readonly children: string }) {
  return (
    <kbd aria-hidden className="ml-1 rounded-sm border border-current px-1 text-xs opacity-70">
      {children}
    </kbd>
  );
}

"use client";

import type { AppRouter } from "@lilink/api";
import { Button, Dialog, Field, TextInput } from "@lilink/ui";
import { startAuthentication } from "@simplewebauthn/browser";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { answerProofs } from "#lib/trpc/confirm-link.ts";
import { toPasskeyAnswer } from "../view.ts";

type Ways = inferRouterOutputs<AppRouter>["session"]["askToConfirm"];

/** Asks once more who it is, where a call needs a fresh proof; then the call goes on by itself. */
export function ConfirmIdentity() {
  const t = useTranslations("settings.confirm");
  const common = useTranslations("common.action");
  const client = useTRPCClient();
  const [ways, setWays] = useState<Ways | null>(null);
  const done = useRef<(proven: boolean) => void>(() => undefined);
  const { pending, failures, act } = useAct({ password: t("password"), code: t("code") });

  useEffect(
    () =>
      answerProofs(async () => {
        setWays(await client.session.askToConfirm.mutate({}));
        return new Promise<boolean>((resolve) => {
          done.current = resolve;
        });
      }),
    [client],
  );
  const end = (proven: boolean) => {
    setWays(null);
    done.current(proven);
  };
  const prove = async (given: Parameters<typeof client.session.confirm.mutate>[0]) => {
    if (await act(() => client.session.confirm.mutate(given))) end(true);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // The page below may hold a form of its own; React passes the event on to it.
    event.stopPropagation();
    const filled = new FormData(event.currentTarget);
    const [password, code] = [filled.get("password"), filled.get("code")].map((value) => String(value ?? ""));
    void prove(password ? { password } : { code: code ?? "" });
  };
  const sign = async (options: NonNullable<Ways["passkey"]>) => {
    const answer = await startAuthentication({ optionsJSON: options }).catch(() => null);
    if (answer) await prove({ passkey: toPasskeyAnswer(answer) });
  };
  const passkey = ways?.passkey ?? null;
  return (
    <Dialog
      open={ways !== null}
      onOpenChange={(open) => (open ? undefined : end(false))}
      closeLabel={common("close")}
      title={t("title")}
      description={t("lead")}
    >
      <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
        {passkey ? (
          <Button pending={pending} className="self-start" onClick={() => void sign(passkey)}>
            {t("passkey")}
          </Button>
        ) : null}
        {ways?.password ? (
          <Field id="confirm-password" label={t("password")} error={failures.password}>
            {(aria) => (
              <TextInput {...aria} name="password" type="password" autoComplete="current-password" />
            )}
          </Field>
        ) : null}
        {ways?.totp ? (
          <Field id="confirm-code" label={t("code")} help={t("codeHelp")} error={failures.code}>
            {(aria) => <TextInput {...aria} name="code" autoComplete="one-time-code" className="font-mono" />}
          </Field>
        ) : null}
        <Button type="submit" variant="accent" pending={pending} className="self-start">
          {t("submit")}
        </Button>
      </form>
    </Dialog>
  );
}

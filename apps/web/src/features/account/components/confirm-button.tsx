"use client";

import { Button, NoticeBox } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** A press and not the bare visit spends the token, for mail programs visit links on their own. */
export function ConfirmButton({ token }: { readonly token: string }) {
  const t = useTranslations("auth.register");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = async () => {
    setPending(true);
    try {
      await client.person.confirm.mutate({ token });
      router.replace({ pathname: "/signin", query: { notice: "registered" } });
    } catch (error) {
      setFailure(toErrorMessage(error, {}, errors).text);
      setPending(false);
    }
  };
  return (
    <div className="flex flex-col items-start gap-4">
      {failure ? <NoticeBox tone="danger">{failure}</NoticeBox> : null}
      <Button variant="accent" pending={pending} onClick={() => void confirm()}>
        {t("confirm")}
      </Button>
    </div>
  );
}

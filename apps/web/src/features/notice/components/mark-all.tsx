"use client";

import { Button, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function MarkAll() {
  const t = useTranslations("notice");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const mark = async () => {
    setPending(true);
    try {
      await client.notice.readAll.mutate({});
      toast({ tone: "success", title: t("markedAll") });
      router.refresh();
    } catch (error) {
      toast({ tone: "danger", title: toErrorMessage(error, {}, errors).text });
    }
    setPending(false);
  };
  return (
    <Button pending={pending} onClick={() => void mark()}>
      {t("markAll")}
    </Button>
  );
}

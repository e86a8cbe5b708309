"use client";

import { Button, NoticeBox } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";

export type TokenButtonProps = {
  readonly label: string;
  /** Spends the token and leads on. */
  readonly spend: () => Promise<void>;
};

/** A press and not the bare visit spends a token, for mail programs visit links on their own. */
export function TokenButton({ label, spend }: TokenButtonProps) {
  const errors = useTranslations("error");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const press = async () => {
    setPending(true);
    try {
      await spend();
    } catch (error) {
      setFailure(toErrorMessage(error, {}, errors).text);
      setPending(false);
    }
  };
  return (
    <div className="flex flex-col items-start gap-4">
      {failure ? <NoticeBox tone="danger">{failure}</NoticeBox> : null}
      <Button variant="accent" pending={pending} onClick={() => void press()}>
        {label}
      </Button>
    </div>
  );
}

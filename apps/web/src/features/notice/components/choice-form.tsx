"use client";

import type { NoticeKind } from "@lilink/model/notice";
import { Button, Checkbox, NoticeBox, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type ChoiceFormProps = {
  readonly groups: readonly {
    readonly label: string;
    readonly kinds: readonly { readonly kind: NoticeKind; readonly label: string; readonly mail: boolean }[];
  }[];
};

/** Kind by kind, whether a notice also comes by e-mail. */
export function ChoiceForm({ groups }: ChoiceFormProps) {
  const t = useTranslations("notice.choice");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget);
    const kinds = groups.flatMap((group) => group.kinds);
    setPending(true);
    setFailure(null);
    try {
      await client.notice.choose.mutate({
        choice: Object.fromEntries(kinds.map(({ kind }) => [kind, chosen.has(kind)])),
      });
      toast({ tone: "success", title: t("saved") });
    } catch (error) {
      setFailure(toErrorMessage(error, {}, errors).text);
    }
    setPending(false);
  };
  return (
    <form method="post" onSubmit={(event) => void save(event)} className="flex flex-col gap-6">
      {failure ? <NoticeBox tone="danger">{failure}</NoticeBox> : null}
      <div className="gap-x-12 lg:columns-2">
        {groups.map((group) => (
          <fieldset key={group.label} className="mb-6 break-inside-avoid border-t border-line pt-3">
            <legend className="float-left mb-1 w-full font-semibold">{group.label}</legend>
            <div className="clear-both">
              {group.kinds.map(({ kind, label, mail }) => (
                <Checkbox key={kind} id={kind} name={kind} label={label} defaultChecked={mail} />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <Button type="submit" variant="accent" pending={pending} className="self-start">
        {t("save")}
      </Button>
    </form>
  );
}

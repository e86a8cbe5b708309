import type { ComponentProps, ReactNode } from "react";
import { cn } from "../class-name.ts";
import { controlClass } from "./control-class.ts";

export type TextInputProps = ComponentProps<"input">;

export function TextInput({ className, type = "text", ...rest }: TextInputProps) {
  return <input type={type} className={controlClass(cn("h-9", className))} {...rest} />;
}

/** A number with its unit as a choice beside it: both children share one outline row. */
export function InputRow({
  children,
  className,
}: {
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <div className={cn("flex flex-wrap items-start gap-2 [&>*]:w-auto [&>input]:flex-1", className)}>
      {children}
    </div>
  );
}

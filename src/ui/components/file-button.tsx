interface FileButtonProps {
  label: string;
  accept?: string;
  onFile: (file: File) => Promise<unknown>;
}

/** A real file field that looks like the other buttons. */
export const FileButton = ({ label, accept, onFile }: FileButtonProps) => (
  <label class="button file-button">
    {label}
    <input
      type="file"
      {...(accept !== undefined && { accept })}
      onChange={(event) => {
        const input = event.currentTarget;
        const file = input.files?.[0];
        // Emptied afterwards, so that the same file can be chosen again once it was mended.
        if (file) void onFile(file).finally(() => (input.value = ""));
      }}
    />
  </label>
);

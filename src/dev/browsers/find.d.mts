export declare const findBrowser: (kind: "chromium" | "firefox") => { path?: string; snap: boolean };

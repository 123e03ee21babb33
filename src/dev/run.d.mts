/** The folder of package.json. */
export declare const ROOT: string;

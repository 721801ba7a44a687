// The phone itself: power, space, signal, files.
export async function condition() {
    const [battery, space, persisted] = await Promise.all([
        navigator.getBattery?.().catch(() => null), navigator.storage?.estimate?.().catch(() => null), navigator.storage?.persisted?.().catch(() => false)]);
    return JSON.stringify({
        battery: battery ? Math.round(battery.level * 100) : null, charging: battery?.charging ?? false,
        used: Math.round((space?.usage ?? 0) / 1048576), free: space ? Math.round((space.quota - space.usage) / 1048576) : null,
        persisted: persisted ?? false, online: navigator.onLine,
    });
}

export const model = () => (/\(([^)]*)\)/.exec(navigator.userAgent)?.[1] ?? 'peramban').slice(0, 80);

export function saveFile(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Brings what matters now into the middle of the screen. */
export const show = selector => { document.querySelector(selector)?.scrollIntoView({ block: 'center' }); };
export const top = () => { scrollTo(0, 0); document.querySelector('main h1')?.focus(); };

import { escapeXml } from './markup.ts';
import type { Outlet } from './outlet.ts';

/** The banner that every visitor has to click away. */
export const cookieBanner = (
  outlet: Outlet,
): string => `<div id="cookie-banner" class="cookie-consent banner" role="dialog" aria-label="Cookies">
<p>${escapeXml(outlet.name)} and its 214 partners value your biscuits. Choose what we may store.</p>
<button>Accept everything</button> <button>Manage options</button>
</div>`;

/** Logo, navigation and search. */
export const siteHeader = (outlet: Outlet): string => `<div class="demo">DEMO</div>
<header class="site-header">
<a class="logo" href="/${outlet.slug}/">${escapeXml(outlet.name)}</a> <small>${escapeXml(outlet.tagline)}</small>
<nav class="menu"><ul><li><a href="/${outlet.slug}/">News</a></li><li><a href="/${outlet.slug}/">Business</a></li>
<li><a href="/${outlet.slug}/">Weather</a></li><li><a href="/${outlet.slug}/">Crossword</a></li></ul></nav>
<form class="search" action="/${outlet.slug}/"><input type="search" name="q" placeholder="Search the archive"></form>
</header>`;

/** Buttons for social networks. */
export const shareBar = (): string => `<div class="share-bar social sharing">
<ul><li><a href="#share">Share this page</a></li><li><a href="#mail">Send by e-mail</a></li><li><a href="#print">Print</a></li></ul>
</div>`;

/** The box that asks for an address in the middle of a story. */
export const newsletterBox = (outlet: Outlet): string => `<aside class="newsletter-signup box promo">
<h4>Sign up for our morning briefing</h4>
<form action="/${outlet.slug}/"><label>Your e-mail <input type="email" name="email"></label>
<button>Count me in</button></form>
</aside>`;

/** The list beside every story. */
export const mostRead = (outlet: Outlet): string => `<aside class="sidebar most-read"><h3>Most read today</h3>
<ol><li><a href="/${outlet.slug}/">Gull returns stolen sandwich, police baffled</a></li>
<li><a href="/${outlet.slug}/">Ten rainy walks with a warm end</a></li>
<li><a href="/${outlet.slug}/">Quiz: which lighthouse are you?</a></li></ol></aside>`;

/** What readers wrote below. */
export const commentSection = (): string => `<section id="comments" class="comments">
<h3>Comments (2)</h3>
<div class="comment"><b>brinybill</b><p>First! Also, nobody ever asks the seagulls.</p></div>
<div class="comment"><b>Old Hester</b><p>I have kept my money in a biscuit tin since 1974 and never had a day of trouble.</p></div>
<form><textarea placeholder="Join the conversation"></textarea><button>Post comment</button></form>
</section>`;

/** The foot of every page, which says that the outlet does not exist. */
export const siteFooter = (outlet: Outlet): string => `<footer class="site-footer">
<p>Receipts demo newsroom: ${escapeXml(outlet.name)} is a fictitious outlet on this computer. Its articles retell what was publicly reported in 2025.</p>
<ul><li><a href="/${outlet.slug}/">Terms of use</a></li><li><a href="/${outlet.slug}/">Advertise with us</a></li></ul>
</footer>`;

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>

#include "ui/theme/theme.h"

class QPainter;
class QRectF;

namespace foretaste::theme {

// Our own icons, one SVG each under resources/icons with the name in kebab case. They are drawn in
// one colour, the theme's at the moment of painting.
enum class Icon {
    Check,
    Clock,
    Progress,
    Error,
    Warning,
    Info,
    Stop,
    Plus,
    Search,
    Database,
    Table,
    Schema,
    Wand,
    Broadcast,
    User,
    Film,
    Chart,
    Compass,
    Bolt,
    Trash,
    Refresh,
    Folder,
    Settings,
    Help,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    ArrowDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    ChevronDown,
    Close,
    Copy,
    Play,
    Sun,
    Moon,
    Filter,
    Upload,
    Download,
    Image,
    Home,
    List,
    Edit,
    Menu,
    Minus,
    Link,
    Beaker,
    More
};

// An icon that follows the theme; `tone` is its colour when enabled, disabled icons are fainter.
QIcon icon(Icon name, Tone tone = Tone::Text);
// Draws one icon, sharp at any scale.
void drawIcon(QPainter& painter, const QRectF& rect, Icon name, const QColor& color);
// A pixmap of `size` device-independent pixels in the current colours.
QPixmap iconPixmap(Icon name, int size, Tone tone, qreal devicePixelRatio);

// The application's icon: a disc of three segments.
QIcon applicationIcon();

}  // namespace foretaste::theme
